//! Words of the drawing.

use super::Lang;

fixed! {
    /// The lane of devices.
    devices => "Terminaux", "Devices";
    /// The lane of the network and of third parties.
    network => "Réseau et tiers", "Network, others";
    /// A perimeter of which nobody is said to run it.
    unknown_host => "Hébergement non déclaré", "Hosting not stated";
    /// In clear.
    clear => "en clair", "in plaintext";
    /// Encrypted.
    sealed => "chiffré", "encrypted";
    /// A component that only has ciphertext.
    only_sealed => "n’a que du chiffré", "has ciphertext only";
    /// A component that only has ciphertext that can be broken.
    only_weak => "n’a que du chiffré, cassable", "has breakable ciphertext only";
    /// Ciphertext that somebody opens.
    opened => "lu là avec la clé", "read there with the key";
    /// Encrypted by what can be broken.
    weak => "chiffré, cassable", "breakable";
    /// Not stated, and taken at worst.
    open => "non déclaré : pris en clair", "not stated: taken as plaintext";
    /// A component that has a key and no data.
    holds_key => "sans donnée, détient une clé", "no data, holds a key";
    /// A component that joins others and has none of the data.
    crossed => "sans donnée", "no data";
    /// What is at rest, encrypted.
    rest_sealed => "au repos : chiffré", "at rest: encrypted";
    /// What is at rest, in clear.
    rest_clear => "au repos : en clair", "at rest: plaintext";
    /// What is at rest, not stated.
    rest_open => "au repos : non déclaré", "at rest: not stated";
    /// What reads.
    reads => "LIT en clair", "READS plaintext";
    /// The band of readers.
    readers => "Lisent sans être destinataires, avec les droits qu’ils ont", "Read without being recipients, with the rights they have";
    /// Nobody reads so.
    nobody => "Personne ne lit sans être destinataire avec les seuls droits accordés.",
        "Nobody reads without being a recipient by rights already granted.";
    /// A channel without TLS.
    no_tls => "sans TLS", "no TLS";
    /// A channel of which it is not known.
    unknown_tls => "TLS ?", "TLS?";
    /// A hop of which no link is described.
    assumed_tls => "lien supposé", "assumed link";
    /// Old TLS.
    old_tls => "TLS ancien", "old TLS";
    /// TLS whose certificate is not checked.
    unverified_tls => "TLS non vérifié", "unverified TLS";
    /// Mutual TLS.
    mutual_tls => "TLS mutuel", "mutual TLS";
    /// A copy.
    copy => "copie", "copy";
    /// The legend: hatched.
    legend_clear => "en clair", "plaintext";
    /// The legend: flat.
    legend_sealed => "chiffré", "encrypted";
    /// The legend: cross-hatched.
    legend_open => "non déclaré", "not stated";
    /// The legend: a closed sheath.
    legend_closed => "canal protégé (TLS)", "protected channel (TLS)";
    /// The legend: a dotted sheath.
    legend_dotted => "canal non protégé", "unprotected channel";
    /// The legend: a dashed core.
    legend_core_clear => "donnée en clair dedans", "plaintext inside";
    /// The legend: a full core.
    legend_core_sealed => "donnée chiffrée dedans", "ciphertext inside";
    /// The legend: an eye.
    legend_eye => "lit sans être destinataire", "reads without being a recipient";
    /// The legend: a key.
    legend_key => "une clé est là", "a key is here";
    /// Hops without TLS, or whose TLS can be broken or is not checked.
    bare => "sans TLS sûr", "no sound TLS";
    /// The subject of the overview.
    overview => "Toutes les données", "All data";
    /// The command.
    command => "Dessine le système : où chaque donnée est en clair, et qui la lit", "Draws the system: where each data asset is in plaintext, and who reads it";
    /// `--data`.
    data => "Nom d’une donnée du modèle ; sinon, toutes ensemble", "Name of a data asset of the model; else all together";
    /// `--format`.
    format => "Format ; sinon celui que dit l’extension du fichier, sinon svg", "Format; else that of the file’s extension, else svg";
    /// `--output`.
    output => "Fichier, ou « - » pour la sortie standard, qui est le défaut", "File, or `-` for standard output, the default";
    /// `--scale`.
    scale => "Pixels de l’image PNG par pixel du dessin, de 1 à 8 ; 2 par défaut", "Pixels of the PNG picture for each of the drawing, 1 to 8; default 2";
    /// A picture on a terminal.
    png_to_file => "une image PNG va dans un fichier : donnez -o", "a PNG picture goes to a file: give -o";
    /// A file whose extension says no format.
    bad_extension => "l’extension du fichier doit être svg, png, mmd ou dot, ou --format dire le format",
        "the extension of the file must be svg, png, mmd or dot, or --format tell the format";
    /// The drawing in the place of its model.
    over_model => "le dessin prendrait la place du modèle", "the drawing would take the place of the model";
    /// A scale that is none.
    bad_scale => "--scale attend un nombre de 1 à 8", "--scale takes a number from 1 to 8";
    /// A picture that would be too large.
    large => "l’image serait trop grande : donnez un --scale plus petit", "the picture would be too large: give a smaller --scale";
    /// The drawing of a scheme: its devices.
    scheme_devices => "Terminaux", "Devices";
    /// The drawing of a scheme: who stands between.
    scheme_network => "Tiers", "Third parties";
    /// The drawing of a scheme: its services.
    scheme_services => "Services", "Services";
    /// The drawing of a scheme: what keeps data.
    scheme_kept => "Stockage", "Storage";
    /// The drawing of a scheme: bytes at rest.
    scheme_rest => "Disques et copies", "Disks and copies";
}

/// The activities of a certificate; none at all, or nothing said of it.
pub fn certificate(activities: Option<&[u8]>, lang: Lang) -> String {
    let said = match activities {
        None => lang.pick("certificat non déclaré", "certificate not stated").to_owned(),
        Some([]) => lang.pick("sans certificat HDS", "no HDS certificate").to_owned(),
        Some(activities) => format!("HDS {}", ranges(activities)),
    };
    format!("{} · {said}", lang.pick("hébergement", "hosting"))
}

/// How many of the data assets that are at a place are in clear there, and of how many it is not stated.
pub fn counted_clear(clear: usize, all: usize, unknown: usize, lang: Lang) -> String {
    let unknown = not_stated(unknown, lang);
    match lang {
        Lang::Fr => format!("en clair : {clear} sur {all}{unknown}"),
        Lang::En => format!("plaintext: {clear} of {all}{unknown}"),
    }
}

fn not_stated(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (_, Lang::Fr) => format!(", non déclaré : {count}"),
        (_, Lang::En) => format!(", not stated: {count}"),
    }
}

/// How many are in clear at rest.
pub fn rest_counted(clear: usize, all: usize, unknown: usize, lang: Lang) -> String {
    let unknown = not_stated(unknown, lang);
    match lang {
        Lang::Fr => format!("au repos, en clair : {clear} sur {all}{unknown}"),
        Lang::En => format!("at rest, plaintext: {clear} of {all}{unknown}"),
    }
}

/// How many components of a lane have something in clear.
pub fn components_clear(clear: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("en clair dans {clear} sur {all}"),
        Lang::En => format!("plaintext in {clear} of {all}"),
    }
}

/// Several hosts in one perimeter.
pub fn hosts(count: usize, lang: Lang) -> String {
    lang.pick(format!("{count} hébergements"), format!("{count} hostings"))
}

/// Adversaries who read what anyone does.
pub fn as_anyone(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "Lit aussi, comme n’importe qui : un adversaire.".to_owned(),
        (_, Lang::Fr) => format!("Lisent aussi, comme n’importe qui : {count} adversaires."),
        (1, Lang::En) => "Reads too, as anyone does: one adversary.".to_owned(),
        (_, Lang::En) => format!("Read too, as anyone does: {count} adversaries."),
    }
}

/// Keys on machines that are not drawn.
pub fn kept_at(keys: &str, host: &str, lang: Lang) -> String {
    lang.pick(format!("Ailleurs, chez {host} : {keys}."), format!("Elsewhere, at {host}: {keys}."))
}

/// The one data asset that somebody reads.
pub fn reads_one(data: &str, lang: Lang) -> String {
    lang.pick(format!("LIT {data}"), format!("READS {data}"))
}

/// How many data assets somebody reads, where it is not one.
pub fn reads_counted(count: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("LIT {count} données sur {all}"),
        Lang::En => format!("READS {count} data assets of {all}"),
    }
}

/// Several components of a lane in one card: devices, third parties, services, what keeps data.
pub fn several(column: usize, count: usize, lang: Lang) -> String {
    let word = match (column, lang) {
        (0, Lang::Fr) => "terminaux",
        (0, Lang::En) => "devices",
        (1, Lang::Fr) => "tiers",
        (1, Lang::En) => "third parties",
        (2, _) => "services",
        (_, Lang::Fr) => "stockages",
        (_, Lang::En) => "stores",
    };
    format!("{count} {word}")
}

/// What some of several hops are.
pub fn some_of(what: &str, count: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{what} : {count}/{all}"),
        Lang::En => format!("{what}: {count}/{all}"),
    }
}

/// Keys of which it is not known where they are.
pub fn lost_keys(names: &str, lang: Lang) -> String {
    lang.pick(format!("On ne sait pas où se trouve : {names}."), format!("It is not known where this is: {names}."))
}

/// Who reads through others, in a line.
pub fn also_through(names: &str, lang: Lang) -> String {
    lang.pick(format!("Lisent aussi, à travers eux : {names}."), format!("Read too, through them: {names}."))
}

/// Which authorities can obtain it, in a line.
pub fn also_law(names: &str, lang: Lang) -> String {
    lang.pick(format!("Peuvent l’obtenir par un ordre : {names}."), format!("Can obtain it by an order: {names}."))
}

/// By whom it is read, by their numbers.
pub fn read_by(numbers: &str, lang: Lang) -> String {
    lang.pick(format!("lu par : {numbers}"), format!("read by: {numbers}"))
}

/// Through whom somebody reads.
pub fn through(names: &str, lang: Lang) -> String {
    lang.pick(format!("à travers : {names}"), format!("through: {names}"))
}

/// On which hop somebody reads.
pub fn on_hop(from: &str, to: &str, lang: Lang) -> String {
    lang.pick(format!("entre {from} et {to}"), format!("between {from} and {to}"))
}

/// Recipients at a client.
pub fn recipients(names: &str, lang: Lang) -> String {
    lang.pick(format!("prévu : {names}"), format!("intended: {names}"))
}

/// Who uses a client.
pub fn users(names: &str, lang: Lang) -> String {
    lang.pick(format!("avec : {names}"), format!("used by: {names}"))
}

/// From whom an authority can obtain it.
pub fn obtains(names: &str, lang: Lang) -> String {
    lang.pick(format!("peut l’obtenir de : {names}"), format!("can obtain it from: {names}"))
}

/// Who reads by tampering.
pub fn tampering(names: &str, count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => format!("En altérant, un acteur de plus peut lire : {names}."),
        (_, Lang::Fr) => format!("En altérant, {count} acteurs de plus peuvent lire : {names}."),
        (1, Lang::En) => format!("By tampering, one more actor can read: {names}."),
        (_, Lang::En) => format!("By tampering, {count} more actors can read: {names}."),
    }
}

/// How many read by breach only.
pub fn breach(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "Un autre acteur n’y arrive que par effraction.".to_owned(),
        (_, Lang::Fr) => format!("{count} autres acteurs n’y arrivent que par effraction."),
        (1, Lang::En) => "One other actor gets there by breach only.".to_owned(),
        (_, Lang::En) => format!("{count} other actors get there by breach only."),
    }
}

/// Components that are not drawn.
pub fn left_out(places: usize, lang: Lang) -> String {
    match (places, lang) {
        (1, Lang::Fr) => "Non dessiné : un composant sans cette donnée.".to_owned(),
        (_, Lang::Fr) => format!("Non dessinés : {places} composants sans cette donnée."),
        (1, Lang::En) => "Not drawn: one component without this data.".to_owned(),
        (_, Lang::En) => format!("Not drawn: {places} components without this data."),
    }
}

/// The same in the overview.
pub fn left_out_of_all(places: usize, lang: Lang) -> String {
    match (places, lang) {
        (1, Lang::Fr) => "Non dessiné : un composant qui n’a aucune donnée.".to_owned(),
        (_, Lang::Fr) => format!("Non dessinés : {places} composants qui n’ont aucune donnée."),
        (1, Lang::En) => "Not drawn: one component that has no data.".to_owned(),
        (_, Lang::En) => format!("Not drawn: {places} components that have no data."),
    }
}

/// How many more.
pub fn more(count: usize, lang: Lang) -> String {
    lang.pick(format!("et {count} de plus"), format!("and {count} more"))
}

/// What a drawing shows.
pub fn title(subject: &str, system: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{subject} dans {}", lang.quote(system)),
        Lang::En => format!("{subject} in {}", lang.quote(system)),
    }
}

/// The sentence for whoever cannot see the drawing: where it is in clear, not stated, encrypted; who reads.
pub fn description([clear, open, sealed, readers]: [&[String]; 4], lang: Lang) -> String {
    let said = |names: &[String], fr: &str, en: &str| {
        (!names.is_empty()).then(|| format!("{}{}.", lang.pick(fr, en), lang.list(names)))
    };
    let parts = [
        said(clear, "En clair : ", "In plaintext: "),
        said(open, "Non déclaré, pris en clair : ", "Not stated, taken as plaintext: "),
        said(sealed, "N’ont que du chiffré : ", "Ciphertext only: "),
        said(readers, "Lisent sans être destinataires : ", "Read without being recipients: "),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if readers.is_empty() {
        parts.push(nobody(lang).to_owned());
    }
    parts.join(" ")
}

/// Numbers, those that follow each other as a range.
fn ranges(numbers: &[u8]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for number in sorted {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let said = |(first, last): &(u8, u8)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_that_follow_each_other_are_a_range() {
        assert_eq!(ranges(&[1, 2, 3, 4, 6]), "1–4, 6");
        assert_eq!(ranges(&[5]), "5");
        assert_eq!(ranges(&[1, 2, 5, 6]), "1, 2, 5, 6");
    }
}
