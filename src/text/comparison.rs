//! Words of two models or more, side by side.

use super::Lang;

/// How an answer differs from that of the first column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveText {
    /// Who did not read does.
    Gained,
    /// Who read does not.
    Lost,
    /// Read more easily.
    Easier,
    /// Read less easily.
    Harder,
}

impl MoveText {
    /// In a cell, with its sign.
    pub const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Gained, Lang::Fr) => "▲ gagné",
            (Self::Gained, Lang::En) => "▲ gained",
            (Self::Lost, Lang::Fr) => "▼ perdu",
            (Self::Lost, Lang::En) => "▼ lost",
            (Self::Easier, Lang::Fr) => "▲ plus aisé",
            (Self::Easier, Lang::En) => "▲ easier",
            (Self::Harder, Lang::Fr) => "▼ plus dur",
            (Self::Harder, Lang::En) => "▼ harder",
        }
    }
}

fixed! {
    /// `compare`.
    command => "Met côte à côte un modèle et ses variantes, ou plusieurs modèles",
        "Sets a model and its variants, or several models, side by side";
    /// The models.
    models => "Modèle avec ses variantes ; ou plusieurs modèles, MODÈLE#variante pour une variante, #variante seul pour une du premier",
        "A model with its variants; or several models, MODEL#variant for a variant, #variant alone for one of the first";
    /// Every row.
    all => "Montre aussi les lignes où rien ne diffère", "Shows the rows where nothing differs too";
    /// The column of a model itself, beside its variants.
    itself => "modèle", "model";
    /// Title.
    title => "Côte à côte", "Side by side";
    /// Title of the balance.
    brief => "En bref", "In brief";
    /// Heading of the first column.
    count => "nombre", "number";
    /// Readers by grade.
    readers => "Lisent sans y être destinés : par privilège / par altération / par effraction",
        "Read without being meant to: by privilege / by tampering / by breach";
    /// Readers by grade, of all data.
    readers_of_all => "Lisent sans y être destinés, toutes données : par privilège / par altération / par effraction",
        "Read without being meant to, all data: by privilege / by tampering / by breach";
    /// Actors examined.
    actors => "Acteurs examinés", "Actors examined";
    /// Undetermined answers.
    undetermined => "Réponses à déterminer", "Undetermined answers";
    /// Claims refuted.
    refuted => "Affirmations réfutées", "Claims refuted";
    /// Expectations not met.
    missed => "Attentes non tenues", "Expectations not met";
    /// Accepted risks that do not hold.
    unaccepted => "Acceptations qui ne tiennent pas", "Acceptances that do not hold";
    /// Title of the cells.
    cells => "Qui peut lire quoi, en clair", "Who can read what, in plaintext";
    /// Heading of the rows of the cells.
    who => "acteur – donnée", "actor – data";
    /// Somebody or something that a column does not have.
    absent => "— absent", "— absent";
    /// Who is meant to read.
    meant => "(prévu)", "(intended)";
    /// The signs.
    signs => "▲ lu plus facilement que dans la première colonne, ▼ moins facilement.",
        "▲ read more easily than in the first column, ▼ less easily.";
    /// What absent means.
    absent_note => "— absent : l’acteur ou la donnée n’est pas dans ce modèle, ce qui n’est pas être hors d’atteinte (–).",
        "— absent: the actor or the data is not in this model, which is not to be out of reach (–).";
    /// What intended means.
    meant_note => "(prévu) : lecteur prévu de cette donnée.", "(intended): an intended reader of these data.";
    /// Nothing differs.
    nothing => "Aucune réponse ne diffère d’une colonne à l’autre.", "No answer differs from one column to another.";
    /// Title of the readers.
    readers_title => "Qui lit par privilège sans y être destiné, par rapport à la première colonne", "Who reads by privilege without being meant to, beside the first column";
    /// Title of the numbers.
    numbers => "Combien de personnes peuvent lire", "How many people can read";
    /// Heading of the rows of the numbers.
    at => "donnée, degré", "data, grade";
    /// Title of the places.
    places => "Où c’est en clair", "Where it is in clear";
    /// Heading of the rows of the places.
    data => "donnée", "data";
    /// Title of the claims.
    claims => "Affirmations", "Claims";
    /// Heading of the claims.
    claim => "affirmation", "claim";
    /// Nobody says it in this column.
    unsaid => "— non dite", "— not said";
    /// Title of what fails.
    failures => "Attentes et acceptations qui ne tiennent pas", "Expectations and acceptances that do not hold";
}

/// Where a data asset is in clear, counted: kept, passing, on media.
pub fn places_cell([kept, passing, media]: [usize; 3], lang: Lang) -> String {
    let words = lang.pick(["gardé", "au passage", "supports"], ["kept", "passing", "media"]);
    let parts = words.iter().zip([kept, passing, media]).filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(word, count)| format!("{word} {count}")).collect();
    if parts.is_empty() { lang.pick("nulle part", "nowhere").to_owned() } else { parts.join("\n") }
}

/// Readers by privilege of the data that matter most.
pub fn readers_of(data: &str, lang: Lang) -> String {
    lang.pick(
        format!("Lisent par privilège sans y être destinés, {data}"),
        format!("Read by privilege without being meant to, {data}"),
    )
}

/// A column and its number.
pub fn column(number: usize, name: &str) -> String {
    format!("{number}. {name}")
}

/// What a column stands for.
pub fn legend(column: &str, system: &str, file: &str) -> String {
    format!("{column} – {system} ({file})")
}

/// How many rows are alike everywhere, and how many differ only by who is not there.
pub fn alike(same: usize, absent: usize, lang: Lang) -> String {
    let rows =
        |count: usize| lang.pick(if count > 1 { "lignes" } else { "ligne" }, if count == 1 { "row" } else { "rows" });
    let many = if same > 1 { "s" } else { "" };
    let told = [
        lang.pick(
            format!("{same} {} pareille{many} dans toutes les colonnes.", rows(same)),
            format!("{same} {} alike in every column.", rows(same)),
        ),
        lang.pick(
            format!(
                "{absent} {} où l’acteur ou la donnée n’est pas dans toutes les colonnes, sans que rien soit lu dans les autres.",
                rows(absent)
            ),
            format!("{absent} {} where the actor or the data is not in every column, and nothing is read in the others.", rows(absent)),
        ),
        lang.pick("`--all` les montre.", "`--all` shows them.").to_owned(),
    ];
    let kept = [same > 0 || absent == 0, absent > 0, same + absent > 0];
    told.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(text, _)| text).collect::<Vec<_>>().join(" ")
}

/// What is read in a column by privilege and was not in the first; likewise by who is not in the first; then the
/// contrary of both.
pub fn moved(column: &str, names: [&str; 4], lang: Lang) -> Vec<String> {
    let words = lang.pick(
        ["lisent désormais", "lisent désormais, absents de la première", "ne lisent plus", "absents d’ici"],
        ["read now", "read now, absent from the first", "no longer read", "absent here"],
    );
    let parts = words.iter().zip(names).filter(|(_, names)| !names.is_empty());
    let told: Vec<String> = parts.map(|(word, names)| line(&format!("{column}, {word}"), names, lang)).collect();
    if told.is_empty() { vec![line(column, lang.pick("les mêmes", "the same"), lang)] } else { told }
}

/// What is said of something.
pub fn line(about: &str, said: &str, lang: Lang) -> String {
    lang.pick(format!("{about} : {said}"), format!("{about}: {said}"))
}

/// Where a data asset is in clear in one column and not in the first, and the contrary.
pub fn elsewhere(column: &str, data: &str, more: &str, less: &str, lang: Lang) -> String {
    let parts = [
        (more, lang.pick("en clair aussi dans", "in clear also in")),
        (less, lang.pick("plus en clair dans", "no longer in clear in")),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(names, _)| !names.is_empty()).map(|(names, word)| format!("{word} {names}")).collect();
    line(&format!("{column}, {data}"), &parts.join(lang.pick(" ; ", "; ")), lang)
}

/// A column that has nothing beside it.
pub fn alone(name: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "`{name}` n’a rien à côté de quoi être mis : lui écrire une variante (`variants`, avec `remove`, `change` ou `add`), ou nommer un autre modèle (`enclair compare {name} AUTRE`)"
        ),
        format!(
            "`{name}` has nothing to stand beside: write a variant of it (`variants`, with `remove`, `change` or `add`), or name another model (`enclair compare {name} OTHER`)"
        ),
    )
}

/// An expectation that is not met, or an acceptance that does not hold, of a column.
pub fn failure(column: &str, about: &str, why: &str, lang: Lang) -> String {
    lang.pick(format!("{column} – {about} : {why}"), format!("{column} – {about}: {why}"))
}
