/** What may be said here, in the authority's own words. */
export const policy = {
  text: {
    ar: `نرحب بكل رأي، موافقًا كان أم ناقدًا. ونرجو أن يكون التعليق في موضوع الصفحة، وأن يخلو من الإساءة إلى الأشخاص، ومن البيانات الشخصية كأرقام الهواتف والوثائق، ومن الإعلانات.

لا يُحذف تعليق بسبب رأي ورد فيه. وإذا أزال الإشراف تعليقًا بقي مكانه ظاهرًا مع بيان السبب. ويُقرأ كل تعليق خلال يومي عمل.`,
    en: `Every view is welcome, whether it agrees or criticises. Please keep to the subject of the page, and leave out insults, personal details such as phone or identity numbers, and advertising.

No comment is removed for the opinion it holds. Where moderators remove one, its place stays visible together with the reason. Every comment is read within two working days.`,
  },
};
