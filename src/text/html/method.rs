//! Method and limits, in plain words.

use crate::text::Lang;

/// The paragraphs of the method, each under its heading.
pub fn method(facts: usize, rules: usize, lang: Lang) -> Vec<(&'static str, String)> {
    let facts = lang.number(u64::try_from(facts).unwrap_or(u64::MAX));
    match lang {
        Lang::Fr => french(&facts, rules),
        Lang::En => english(&facts, rules),
    }
}

fn french(facts: &str, rules: usize) -> Vec<(&'static str, String)> {
    vec![
        (
            "Ce qui entre",
            "Une description du système, écrite par des personnes : acteurs, données, terminaux, liens, services, \
             stockages, clés, droits. Elle est reproduite à la fin. L’outil ne se connecte à rien et ne vérifie pas \
             qu’elle est vraie."
                .to_owned(),
        ),
        (
            "Ce que fait le calcul",
            format!(
                "La description devient {facts} faits. Les {rules} règles, de R0 à R{}, s’y appliquent jusqu’à ne plus \
                 rien ajouter. Le calcul se termine toujours, et l’ordre n’y change rien. Chaque preuve est revérifiée \
                 étape par étape par un contrôleur séparé.",
                rules - 1
            ),
        ),
        (
            "Ce qui n’est pas connu",
            "Un fait inconnu est compté au pire. Le calcul est refait au mieux. Là où la réponse change, elle porte un \
             point d’interrogation et la question à poser."
                .to_owned(),
        ),
        (
            "« Hors d’atteinte dans ce modèle »",
            "Aucun chemin ne mène des faits décrits à la donnée en clair. Ce n’est pas une preuve sur le système réel : \
             un fait oublié ou faux peut ouvrir un chemin. La réponse tient tant que la description et les hypothèses \
             tiennent."
                .to_owned(),
        ),
        (
            "Ce qui reste en dehors",
            "Les défauts de programmation, la disponibilité, l’intégrité des données et le droit. Un intrus est supposé \
             là où le modèle expose un composant, sans dire comment il entre. Ce rapport donne des faits ; conclure \
             revient à ceux qui répondent du système."
                .to_owned(),
        ),
    ]
}

fn english(facts: &str, rules: usize) -> Vec<(&'static str, String)> {
    vec![
        (
            "What goes in",
            "A description of the system, written by people: actors, data, clients, links, services, storage, keys, \
             rights. It is reproduced at the end. The tool connects to nothing and does not check that it is true."
                .to_owned(),
        ),
        (
            "What the computation does",
            format!(
                "The description becomes {facts} facts. The {rules} rules, R0 to R{}, are applied until nothing new \
                 follows. The computation always ends, and the order changes nothing. Each proof is checked again, step \
                 by step, by a separate checker.",
                rules - 1
            ),
        ),
        (
            "What is not known",
            "An unknown fact is counted at worst. The computation is done again at best. Where the answer changes, it \
             carries a question mark and the question to ask."
                .to_owned(),
        ),
        (
            "“Out of reach in this model”",
            "No path leads from the described facts to the data in plaintext. This is not a proof about the real system: \
             a forgotten or wrong fact may open a path. The answer holds as long as the description and the assumptions \
             hold."
                .to_owned(),
        ),
        (
            "What is left out",
            "Implementation bugs, availability, integrity of the data, and law. An intruder is assumed where the model \
             exposes a component, without saying how they get in. This report gives facts; those who answer for the \
             system conclude."
                .to_owned(),
        ),
    ]
}
