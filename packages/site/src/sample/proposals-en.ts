/** Sample proposals in English. Days are counted from the first start. */
import type {SampleProposal} from './proposal-shapes.ts';

const digital = {ar: 'مديرة الخدمات الرقمية', en: 'Director of Digital Services'};

export const englishProposals: SampleProposal[] = [
  {id: 'signs', days: -4, name: 'Priya', category: 'services', supports: 14,
    title: 'Signs in two languages at service centres',
    text: 'I have lived here for six years and still ask a stranger which counter is mine. Signs in Arabic *and* English, with the same numbers and colours, would help visitors and residents alike.',
    comments: [['Omar', 'Pictograms would help those who read neither language.']]},
  {id: 'forms', days: -48, name: 'Daniel', category: 'services', supports: 41,
    title: 'Let forms remember what I have already told you',
    text: 'Every form asks for my address, my card number and my date of birth again. Please fill in what you know, and let me check it.',
    acts: [{days: -44, decision: 'under-review'},
      {days: -33, decision: 'accepted', reason: 'adopted', agency: 'digital', text: 'Signed-in people will see their own details filled in, and decide each time whether they may be used. The certificates come first.'},
      {days: -32, progress: 'planned'}, {days: -10, progress: 'in-progress', percent: 65},
      {days: -9, answer: 'Three of the eight most used forms work this way since last week. The other five follow by the end of next month.', agency: 'digital', role: digital}],
    comments: [['Aisha', 'It works for certificates already. It took me two minutes.']]},
  {id: 'receipt', days: -75, name: 'Mei', category: 'services', supports: 26,
    title: 'A receipt by e-mail for every request',
    text: 'When I send a request at the counter I get a slip of paper that fades in a month. An e-mail with the reference number would last.',
    acts: [{days: -62, decision: 'accepted', reason: 'planned-already', agency: 'digital', text: 'This was planned for the new counters, and your proposal moved it forward.'}, {days: -61, progress: 'planned'}, {days: -15, progress: 'done'}]},
  {id: 'library', days: -42, name: 'Yusuf', category: 'education', supports: 33,
    title: 'Open the public library on Friday evenings',
    text: 'Students have time on Friday evenings, and the library is closed.',
    acts: [{days: -26, decision: 'partly-accepted', reason: 'cost', agency: 'city', text: 'The reading room opens on Friday evenings from next month. The lending desk stays closed until there are staff for it.'}, {days: -25, progress: 'planned'}]},
  {id: 'parking', days: -38, name: 'Tom', category: 'city', supports: 7,
    title: 'Free parking for residents in the old town',
    text: 'Residents pay the same as visitors.',
    acts: [{days: -20, decision: 'declined', reason: 'legal', agency: 'city', text: 'The law on public parking allows no exception by residence. Residents may buy a yearly card at a third of the price.'}]},
  {id: 'wifi', days: -28, name: 'Grace', category: 'services', supports: 19,
    title: 'Wi-Fi at the bus stations',
    text: 'Waiting times could be used to send a form or read an answer.',
    acts: [{days: -17, decision: 'under-review'}, {days: -16, assigned: 'transport'}]},
];
