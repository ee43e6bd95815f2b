import type {SampleThread} from './shapes.ts';

const agency = {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'};

export const englishThread: SampleThread = {
  id: 'blog/2026-11-open-data-en',
  comments: [
    {
      name: 'Amal', hours: 140, supports: 19, pinned: true,
      text: `I teach statistics. What my students need most is property-market data by district, brought up to date every quarter.

Today’s files are scans, so half a term goes into typing them in. *Machine-readable tables* would change everything.`,
      answer: {
        hours: 116, agency, role: {ar: 'مدير إدارة البيانات', en: 'Head of Data'},
        text: `Thank you, this is exactly the detail we needed. Property-market data is now in the first release of the publishing calendar:

- CSV tables by district, brought up to date every quarter
- a description of every column, in Arabic and English
- an archive of the past five years

The date of the first release will be announced on this page.`,
      },
      replies: [
        {name: 'Yusuf', hours: 138, supports: 6, text: 'Seconded. Please include district codes and not only names: the names are spelt in more than one way.'},
        {name: 'Huda', hours: 111, supports: 2, text: 'Will the archive cover the industrial zones too?'},
      ],
    },
    {
      name: 'Priya', hours: 131, supports: 15,
      text: `We run a small transport start-up. Bus stops and timetables in GTFS would let every map application show them: https://gtfs.org

Once a week would do to begin with.`,
      replies: [{name: null, hours: 129, supports: 4, text: 'And live positions later, please. Every morning I wait without knowing whether the bus has already gone.'}],
    },
    {
      name: 'Khalid', hours: 125, supports: 8,
      text: `Before publishing more, list what is already out there. I found three copies of the schools data on three sites, with different totals for the same year.

> Data that contradicts itself is worse than no data.

Which one is right?`,
    },
    {
      name: 'Best offers', hours: 119, removed: 'spam', text: 'Special prices on laptops for a short time only, write to the number on my profile.',
      replies: [{name: 'Priya', hours: 118, supports: 5, text: 'Could the moderators look at this one? It has nothing to do with the post.'}],
    },
    {name: 'Fatma', hours: 103, supports: 12, text: 'I use a screen reader, and most interactive dashboards tell me nothing. Please put a plain table with the same numbers beside every chart. It helps everybody.'},
    {name: 'Nasser', hours: 76, supports: 7, text: 'What about privacy? In a small village, hospital figures can point to one person even without names. Please publish how you anonymise before you publish the data.'},
    {name: 'سارة', hours: 40, supports: 3, text: 'أرجو أن تُعامل التعليقات بالعربية والإنجليزية على قدم المساواة، وأن يُنشر الملخص باللغتين.'},
    {name: 'Tom', hours: 20, supports: 9, text: 'A short monthly report, please: what was done, what is late, and why. Promises are easy to make in November.'},
    {name: 'Leila', hours: 4, supports: 2, text: 'Air quality by neighbourhood would help families like mine plan the day. My son has asthma.'},
  ],
};
