/**
 * Words that say nothing about a subject, normalised. Kept short: articles, prepositions, pronouns, conjunctions and the
 * commonest verbs, chosen from Jacques Savoy's list for Arabic and Martin Porter's for English
 * (members.unine.ch/jacques.savoy/clef, snowballstem.org/algorithms/english/stop.txt).
 */
const arabic = `و ف ب ل ك ال وال بال لل من ومن منها منه في وفي فيها فيه ثم او ام لا ولا الا لكن ما وما كما عن وعن مع ومع اذا ان وان انها انه بان فان التي والتي الذي
والذي الذين الي والي علي وعلي عليها عليه اما ايضا كل وكل لم ولم لن ولن هي هو وهي وهو نحن انا انت هم لك لها له لهم هذه هذا بهذه بهذا وهذه وهذا
تلك ذلك وذلك هناك هنا كانت كان يكون تكون غير بعض قد وقد بين منذ حيث الان خلال بعد قبل حتي عند عندما لدي يا اي كي لكي سوف بها به`;
const english = `a about all also am an and any are as at be because been but by can could did do does for from had has have he her his how i if in
into is it its me more most my no not of on or our she should so such than that the their them then there these they this those to too
up us was we were what when which who will with would you your`;

export const stopWords: ReadonlySet<string> = new Set(`${arabic} ${english}`.split(/\s+/));
