//! Words of single changes in the HTML report, and of the best of them.

use super::plural;
use crate::text::Lang;

fixed! {
    /// Title.
    changes_title => "Ce qui changerait la réponse", "What would change the answer";
    /// Caption of the changes that remove readers.
    removing => "Changements qui retirent des lecteurs non prévus par privilège", "Changes that remove unintended readers by privilege";
    /// Caption where none does.
    moving => "Changements qui ne retirent aucun lecteur par privilège, et touchent d’autres accès", "Changes that remove no reader by privilege, and move other accesses";
    /// Head of the column of changes.
    change => "Changement, et ce qu’il coûte", "Change, and what it costs";
    /// Head of the column of those who read less.
    fewer => "Qui ne lit plus, ou moins", "Who no longer reads, or less";
    /// Head of the column of those who read more.
    more => "Qui lirait plus", "Who would read more";
    /// Head of the column of those who lose an intended access.
    lost => "Qui perdrait un accès prévu", "Who would lose an intended access";
    /// Nobody.
    nobody => "personne", "nobody";
    /// On data that the answer is not about.
    elsewhere_read => "Sur les autres données", "On other data";
    /// Nobody among the readers that the answer is about.
    none_removed => "Aucun des changements calculés ne retire, à lui seul, un de ces lecteurs.", "None of the changes computed removes one of these readers on its own.";
    /// No change holds back an actor that the answer names.
    none_held_back => "Aucun des changements calculés n’éloigne, à lui seul, un de ces acteurs.", "None of the changes computed holds back one of these actors on its own.";
    /// No change moves anybody.
    none_moved => "Aucun des changements calculés n’éloigne quelqu’un à lui seul.", "None of the changes computed holds anybody back on its own.";
}

/// Folded: the changes that remove no reader by privilege.
pub fn others(count: usize, lang: Lang) -> String {
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => {
            format!("{count} autre changement ne retire aucun lecteur par privilège, et touche d’autres accès")
        }
        (true, Lang::Fr) => {
            format!("{count} autres changements ne retirent aucun lecteur par privilège, et touchent d’autres accès")
        }
        (false, Lang::En) => format!("{count} other change removes no reader by privilege, and moves other accesses"),
        (true, Lang::En) => format!("{count} other changes remove no reader by privilege, and move other accesses"),
    }
}

/// Some actors after what is said of them.
pub fn so_many(head: &str, count: usize, lang: Lang) -> String {
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => format!("{head} : {count} acteur"),
        (true, Lang::Fr) => format!("{head} : {count} acteurs"),
        (false, Lang::En) => format!("{head}: {count} actor"),
        (true, Lang::En) => format!("{head}: {count} actors"),
    }
}

/// Before the best change: whether it removes readers, and whether some were not computed.
pub const fn best_change(removes: bool, skipped: bool, lang: Lang) -> &'static str {
    match (removes, skipped, lang) {
        (true, false, Lang::Fr) => "Le changement qui en retire le plus :",
        (true, false, Lang::En) => "The one change that removes most of them:",
        (true, true, Lang::Fr) => "Des changements calculés, celui qui en retire le plus :",
        (true, true, Lang::En) => "Of the changes computed, the one that removes most of them:",
        (false, false, Lang::Fr) => "Le changement qui en éloigne le plus :",
        (false, false, Lang::En) => "The one change that holds back more of them than any other:",
        (false, true, Lang::Fr) => "Des changements calculés, celui qui en éloigne le plus :",
        (false, true, Lang::En) => "Of the changes computed, the one that holds back more of them than any other:",
    }
}

/// How many readers the best change removes, with what they were counted out of.
pub fn removed(removed: usize, of: usize, lang: Lang) -> String {
    lang.pick(format!("({removed} sur {of})"), format!("({removed} of {of})"))
}

/// Of the actors that the answer names, how many a change puts out of reach, or holds back.
#[derive(Debug, Clone, Copy)]
pub struct HeldBack {
    /// Out of reach.
    pub stopped: usize,
    /// By breach only, from a tampering.
    pub harder: usize,
    /// Less to read, or with more effort, in another way.
    pub partly: usize,
    /// How many the answer names.
    pub of: usize,
}

impl HeldBack {
    /// How many are moved.
    pub const fn total(self) -> usize {
        self.stopped + self.harder + self.partly
    }
}

/// How many the best change puts out of reach or holds back, and how many of those by breach beside them.
pub fn held_back(held: HeldBack, (others, all): (usize, usize), lang: Lang) -> String {
    let of = held.of;
    let part = |count: usize, fr: &str, en: &str| {
        (count > 0).then(|| lang.pick(format!("{fr} : {count} sur {of}"), format!("{en}: {count} of {of}")))
    };
    let mut parts = vec![
        part(held.stopped, "hors d’atteinte", "out of reach"),
        part(held.harder, "par effraction seulement", "by breach only"),
        part(held.partly, "lisent moins, ou plus difficilement", "read less, or with more effort"),
    ];
    if others > 0 {
        parts.push(Some(lang.pick(
            format!("hors d’atteinte aussi, de ceux par effraction : {others} sur {all}"),
            format!("out of reach too, of those by breach: {others} of {all}"),
        )));
    }
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("({})", parts.join(lang.pick(" ; ", "; ")))
}

/// Who loses an intended access by the best change.
pub fn would_lose(names: &str, lang: Lang) -> String {
    lang.pick(format!("Perdrait un accès prévu : {names}."), format!("Would lose an intended access: {names}."))
}

/// For whom the best change makes reading easier.
pub fn would_read(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("Lirait plus, ou plus facilement : {names}."),
        format!("Would read more, or more easily: {names}."),
    )
}
