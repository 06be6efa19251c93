//! Grades and rules in words.

use super::Lang;

/// A grade, with what the reader needs of it. Mirrors the kernel's public grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GradeText {
    /// By design.
    Design,
    /// By privilege.
    Privilege,
    /// By tampering.
    Tampering,
    /// By breach.
    Breach,
    /// Out of reach.
    None,
}

impl GradeText {
    /// Every grade, easiest first.
    pub const ALL: [Self; 5] = [Self::Design, Self::Privilege, Self::Tampering, Self::Breach, Self::None];

    /// The grade in words.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Design, Lang::Fr) => "par conception",
            (Self::Design, Lang::En) => "by design",
            (Self::Privilege, Lang::Fr) => "par privilège",
            (Self::Privilege, Lang::En) => "by privilege",
            (Self::Tampering, Lang::Fr) => "par altération",
            (Self::Tampering, Lang::En) => "by tampering",
            (Self::Breach, Lang::Fr) => "par effraction",
            (Self::Breach, Lang::En) => "by breach",
            (Self::None, Lang::Fr) => "hors d’atteinte",
            (Self::None, Lang::En) => "out of reach",
        }
    }

    /// What it means.
    pub const fn meaning(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Design, Lang::Fr) => "lecteur déclaré de cette donnée",
            (Self::Design, Lang::En) => "a declared reader of this data",
            (Self::Privilege, Lang::Fr) => {
                "des droits déjà accordés suffisent ; seul le bon vouloir s’y oppose (procédures, contrats et traces ne changent pas ce degré)"
            }
            (Self::Privilege, Lang::En) => {
                "rights already granted are enough; only goodwill stands in the way (procedures, contracts and logs do not change this grade)"
            }
            (Self::Tampering, Lang::Fr) => {
                "il faut changer ce que fait un composant : son code, une clé, une liste de membres, une session forgée"
            }
            (Self::Tampering, Lang::En) => {
                "what a component does must be changed: its code, a key, a member list, a forged session"
            }
            (Self::Breach, Lang::Fr) => "il faut une faille, un vol, un mot de passe deviné ou une enclave brisée",
            (Self::Breach, Lang::En) => "a vulnerability, a theft, a guessed password or a broken enclave is needed",
            (Self::None, Lang::Fr) => "aucun chemin dans ce modèle : les faits déclarés n’y mènent pas",
            (Self::None, Lang::En) => "no path in this model: the declared facts do not lead there",
        }
    }
}

/// The sentence of a rule, by its number.
pub const fn sentence(rule: usize, lang: Lang) -> &'static str {
    match (rule, lang) {
        (0, Lang::Fr) => "la réalité déclarée",
        (0, Lang::En) => "declared reality",
        (1, Lang::Fr) => "une organisation peut ce que peuvent les siens",
        (1, Lang::En) => "an organisation can do what its people can",
        (2, Lang::Fr) => "modifier un code donne ce que ce code voit",
        (2, Lang::En) => "altering code gives what the code sees",
        (3, Lang::Fr) => "l’hôte lit ses invités ; le service lit ses disques",
        (3, Lang::En) => "hosts read guests; services read their disks",
        (4, Lang::Fr) => "qui livre le code tient ce qui l’exécute",
        (4, Lang::En) => "who ships the code owns what runs it",
        (5, Lang::Fr) => "les droits d’administration sont des identifiants",
        (5, Lang::En) => "admin rights are credentials",
        (6, Lang::Fr) => "pas de serrure, pas de protection",
        (6, Lang::En) => "no lock, no protection",
        (7, Lang::Fr) => "déchiffrer demande le chiffré et toutes les clés",
        (7, Lang::En) => "decryption needs the ciphertext and every key",
        (8, Lang::Fr) => "une serrure logicielle s’ouvre à ses facteurs ; se faire passer pour quelqu’un est un acte",
        (8, Lang::En) => "a software lock opens to its factors; posing as a person is an act",
        (9, Lang::Fr) => "substituer une clé, ajouter un membre fantôme ou un appareil : une seule règle",
        (9, Lang::En) => "key substitution, ghost user, added device: one rule",
        (10, Lang::Fr) => "un mot de passe est une clé ; le deviner ne marche que si rien d’autre ne manque",
        (10, Lang::En) => "passwords are keys; guessing works only when nothing else is missing",
        (11, Lang::Fr) => "une construction cassée cède à un serveur actif",
        (11, Lang::En) => "a broken construction yields to an active server",
        (_, Lang::Fr) => "la loi agit sur les organisations, pas sur les mathématiques",
        (_, Lang::En) => "law acts on organisations, not on mathematics",
    }
}
