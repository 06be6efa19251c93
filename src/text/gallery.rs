//! Words of the gallery.

use super::Lang;

/// A group of models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Real systems.
    Systems,
    /// The ways in which encryption is defeated, and hard cases.
    Defeats,
    /// What each practice protects from.
    Protections,
    /// Incidents that happened.
    Incidents,
    /// Architectures of e-health.
    Ehealth,
}

impl Group {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Systems, Self::Defeats, Self::Protections, Self::Incidents, Self::Ehealth];

    /// The folder of its models.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Systems => "systems",
            Self::Defeats => "defeats",
            Self::Protections => "protections",
            Self::Incidents => "incidents",
            Self::Ehealth => "ehealth",
        }
    }

    /// Its title.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Systems, Lang::Fr) => "Des systèmes réels",
            (Self::Systems, Lang::En) => "Real systems",
            (Self::Defeats, Lang::Fr) => "Comment le chiffrement est défait",
            (Self::Defeats, Lang::En) => "How encryption is defeated",
            (Self::Protections, Lang::Fr) => "Ce que protège chaque pratique",
            (Self::Protections, Lang::En) => "What each practice protects from",
            (Self::Incidents, Lang::Fr) => "Des incidents, et ce qui les aurait arrêtés",
            (Self::Incidents, Lang::En) => "Incidents, and what would have stopped them",
            (Self::Ehealth, Lang::Fr) => "Des architectures d’e-santé",
            (Self::Ehealth, Lang::En) => "E-health architectures",
        }
    }

    /// What its models have in common.
    pub const fn intro(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Systems, Lang::Fr) => {
                "D’après des sources publiques, à la date dite, sans confirmation des entreprises. Ce que les sources laissent ouvert est inconnu dans le modèle."
            }
            (Self::Systems, Lang::En) => {
                "From public sources, at the date said, not confirmed by the companies. What the sources leave open is unknown in the model."
            }
            (Self::Defeats, Lang::Fr) => {
                "Chaque modèle est le plus petit où le mécanisme mord ; sa variante est le même sans lui. Les cas difficiles opposent deux situations que l’on confond."
            }
            (Self::Defeats, Lang::En) => {
                "Each model is the smallest in which the mechanism bites; its variant is the same without it. Hard cases set two situations side by side that are often taken for one."
            }
            (Self::Protections, Lang::Fr) => {
                "Le même service sous neuf pratiques de chiffrement, devant les neuf mêmes adversaires."
            }
            (Self::Protections, Lang::En) => {
                "The same service under nine practices of encryption, before the same nine adversaries."
            }
            (Self::Incidents, Lang::Fr) => {
                "Les faits publics seulement. Les variantes recalculent l’incident sous quatre chiffrements : en transit, au repos, applicatif, de bout en bout."
            }
            (Self::Incidents, Lang::En) => {
                "The public facts only. The variants recompute the incident under four encryptions: in transit, at rest, application-level, end-to-end."
            }
            (Self::Ehealth, Lang::Fr) => {
                "Des produits imaginaires et complets, aujourd’hui et tels que visés. `enclair init --template NOM` en fait le début d’un modèle à soi."
            }
            (Self::Ehealth, Lang::En) => {
                "Invented and complete products, as they are today and as targeted. `enclair init --template NAME` makes one the start of your own model."
            }
        }
    }
}

fixed! {
    /// The command.
    command => "Des systèmes réels, des incidents et des cas d’école, avec leurs réponses connues", "Real systems, incidents and textbook cases, with their known answers";
    /// `gallery show`.
    show => "Raconte un modèle de la galerie : ce qu’il est, ce qu’en dit l’éditeur, qui lit quoi, ce qu’il faut en retenir", "Tells a model of the gallery: what it is, what the vendor says, who reads what, the lesson";
    /// The name of a model.
    id => "Nom du modèle, comme systems/signal", "Name of the model, as systems/signal";
    /// `--format` of `show`.
    show_format => "Récit, ou texte du modèle", "The story, or the text of the model";
    /// `--format` of the list.
    list_format => "Liste, ou page entière en Markdown", "The list, or the whole page in Markdown";
    /// `--template` of `init`.
    template => "Part d’un modèle de la galerie (`enclair gallery` les liste), sans rien demander", "Starts from a model of the gallery (`enclair gallery` lists them), asking nothing";
    /// Title of the page.
    title => "La galerie", "The gallery";
    /// What the vendor says.
    says => "Ce que dit l’éditeur", "What the vendor says";
    /// Who reads.
    reads => "Qui lit quoi, en clair", "Who reads what, in plaintext";
    /// The variants.
    otherwise => "Autrement", "Otherwise";
    /// What to do next.
    next => "Pour aller plus loin", "To go further";
    /// Nobody at a grade.
    nobody => "personne", "nobody";
}

/// Under the list: how to read one.
pub fn how(lang: Lang) -> String {
    lang.pick(
        "`enclair gallery show NOM` raconte un modèle. L’astérisque marque ce qui vient de sources publiques.",
        "`enclair gallery show NAME` tells the story of one. The asterisk marks what comes from public sources.",
    )
    .to_owned()
}

/// A name that the gallery does not have.
pub fn no_such(name: &str, near: Option<&str>, lang: Lang) -> String {
    let what =
        lang.pick(format!("la galerie n’a pas de modèle `{name}`"), format!("the gallery has no model `{name}`"));
    match near {
        Some(near) => {
            lang.pick(format!("{what} ; vouliez-vous dire `{near}` ?"), format!("{what}; did you mean `{near}`?"))
        }
        None => {
            lang.pick(format!("{what} ; `enclair gallery` les liste"), format!("{what}; `enclair gallery` lists them"))
        }
    }
}

/// How many answers known beforehand came out.
pub fn known_answers(met: usize, all: usize, lang: Lang) -> String {
    match (lang, met == all) {
        (Lang::Fr, true) => format!("{all} réponses étaient connues avant le calcul ; toutes sont retrouvées."),
        (Lang::Fr, false) => format!("{all} réponses étaient connues avant le calcul ; {met} sont retrouvées."),
        (Lang::En, true) => format!("{all} answers were known before computing; all of them come out."),
        (Lang::En, false) => format!("{all} answers were known before computing; {met} of them come out."),
    }
}

/// The commands that a reader of a story may want next.
pub fn commands(id: &str, lang: Lang) -> [String; 2] {
    let (template, text) = lang
        .pick(("en fait un modèle à modifier", "en écrit le texte"), ("makes it a model to change", "writes its text"));
    [format!("`enclair init --template {id}` {template}"), format!("`enclair gallery show {id} --format yaml` {text}")]
}

/// The opening of the page: what it is, and how it is kept true.
pub fn opening(models: usize, variants: usize, answers: usize, lang: Lang) -> String {
    let [models, variants, answers] =
        [models, variants, answers].map(|n| lang.number(n.try_into().unwrap_or(u64::MAX)));
    lang.pick(
        format!(
            "{models} modèles et {variants} variantes, dont {answers} réponses sont attendues : elles ont été écrites d’après les sources avant le premier calcul, et chaque écart a été réglé dans [les décisions](decisions.md). Cette page est écrite par `enclair gallery --format markdown` et comparée par un test."
        ),
        format!(
            "{models} models and {variants} variants, of which {answers} answers are expected: they were written from the sources before anything was computed, and every disagreement was settled in [the decisions](decisions.md). This page is written by `enclair gallery --format markdown` and compared by a test."
        ),
    )
}

/// How the page of the other language is called.
pub const fn other_page(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "[In English](gallery.md)",
        Lang::En => "[En français](gallery.fr.md)",
    }
}
