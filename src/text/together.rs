//! Words of what two organisations reach together, and of the common base.

use super::Lang;

fixed! {
    /// Title of collusions.
    title => "Ce que deux organisations liraient ensemble", "What two organisations would read together";
    /// What they mean.
    note => "Aucune ne lit ainsi seule : pour chacune, c’est « par effraction, avec l’autre », qui doit trahir la sienne. Aucune entente n’entre dans le tableau ni dans les affirmations.",
        "Neither reads so alone: for each it is “by breach, with the other”, who must betray its own. No collusion enters the table nor the claims.";
}

/// What a pair reaches.
pub fn line([one, other]: [&str; 2], reached: &[(String, String)], lang: Lang) -> String {
    let all: Vec<String> = reached.iter().map(|(data, grade)| format!("{data}, {grade}")).collect();
    let all = all.join(" ; ");
    match lang {
        Lang::Fr => format!("{one} et {other} ensemble : {all}."),
        Lang::En => format!("{one} and {other} together: {}.", all.replace(" ; ", "; ")),
    }
}

/// A grade on what is kept, on what passes, or on both.
pub fn grades(past: Option<&str>, new: Option<&str>, lang: Lang) -> String {
    match (past, new) {
        (Some(past), Some(new)) if past == new => past.to_owned(),
        (Some(past), Some(new)) => lang.pick(
            format!("{past} pour ce qui est gardé, {new} pour ce qui passe désormais"),
            format!("{past} for what is kept, {new} for what passes from now on"),
        ),
        (Some(past), None) => lang.pick(format!("{past} pour ce qui est gardé"), format!("{past} for what is kept")),
        (None, Some(new)) => {
            lang.pick(format!("{new} pour ce qui passe désormais"), format!("{new} for what passes from now on"))
        }
        (None, None) => String::new(),
    }
}

/// The hosting on which both depend.
pub fn shared(hosts: &[String], lang: Lang) -> String {
    let hosts = lang.list(hosts);
    lang.pick(
        format!("Toutes deux dépendent de l’exploitant de {hosts}."),
        format!("Both depend on whoever operates {hosts}."),
    )
}
