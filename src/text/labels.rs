//! Names of actors, components and items in the reader's words, derived names included.

use std::collections::HashMap;

use super::{Both, Lang, typeset};

/// The labels that a model declares.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    declared: HashMap<String, Both>,
}

impl Labels {
    /// Declares the label of a name; a name without a label is its own.
    pub fn declare(&mut self, name: &str, label: Option<&Both>) {
        let label = label.cloned().unwrap_or_else(|| Both::same(name));
        self.declared.insert(name.to_owned(), label);
    }

    /// The label of a name, in both languages.
    pub fn both(&self, name: &str) -> Both {
        Both { fr: self.get(name, Lang::Fr), en: self.get(name, Lang::En) }
    }

    /// The label of a name, declared or derived.
    pub fn get(&self, name: &str, lang: Lang) -> String {
        if let Some(label) = self.declared.get(name) {
            return typeset(label.get(lang), lang);
        }
        typeset(&self.derived(name, lang).unwrap_or_else(|| name.to_owned()), lang)
    }

    fn derived(&self, name: &str, lang: Lang) -> Option<String> {
        if let Some(rest) = name.strip_prefix("adversary/") {
            return Some(self.adversary(rest, lang));
        }
        if name == "unknown-owner" {
            return Some(lang.pick("propriétaire inconnu", "unknown owner").to_owned());
        }
        if let Some(country) = name.strip_prefix("authority/") {
            return Some(match (country, lang) {
                ("unknown", Lang::Fr) => "autorité d’un pays inconnu".to_owned(),
                ("unknown", Lang::En) => "authority of an unknown country".to_owned(),
                (_, Lang::Fr) => format!("autorité ({})", country_name(country, lang)),
                (_, Lang::En) => format!("authority ({})", country_name(country, lang)),
            });
        }
        if let Some((prefix, rest)) = name.split_once(':') {
            return self.prefixed(prefix, rest, lang);
        }
        let (owner, part) = name.split_once('/')?;
        Some(self.part(owner, part, lang))
    }

    fn prefixed(&self, prefix: &str, rest: &str, lang: Lang) -> Option<String> {
        let between = || {
            let (from, to) = rest.split_once("->")?;
            Some((self.get(from, lang), self.get(to, lang)))
        };
        let one = self.get(rest, lang);
        Some(match (prefix, lang) {
            ("net", _) => {
                let (from, to) = between()?;
                lang.pick(format!("le lien {from} – {to}"), format!("the link {from} – {to}"))
            }
            ("tls", _) => {
                let (from, to) = between()?;
                lang.pick(format!("la clé TLS {from} – {to}"), format!("the TLS key {from} – {to}"))
            }
            ("login", _) => {
                let (from, to) = between()?;
                lang.pick(format!("le compte de service {from} → {to}"), format!("the service account {from} → {to}"))
            }
            ("cred", Lang::Fr) => format!("les identifiants de {one}"),
            ("cred", Lang::En) => format!("the credentials of {one}"),
            ("mfa", Lang::Fr) => format!("le second facteur de {one}"),
            ("mfa", Lang::En) => format!("the second factor of {one}"),
            ("role", _) => {
                let one = self.get(rest.strip_suffix("/uses").unwrap_or(rest), lang);
                lang.pick(
                    format!("le rôle de {one} auprès du coffre à clés"),
                    format!("the role of {one} at the key service"),
                )
            }
            ("e2e", Lang::Fr) => format!("la clé de bout en bout de {one}"),
            ("e2e", Lang::En) => format!("the end-to-end key of {one}"),
            ("map", Lang::Fr) => format!("la correspondance entre pseudonymes et personnes ({one})"),
            ("map", Lang::En) => format!("what joins pseudonyms to people ({one})"),
            ("recognised", Lang::Fr) => format!("les personnes reconnues dans {one}"),
            ("recognised", Lang::En) => format!("the people recognised in {one}"),
            ("linking", Lang::Fr) => format!("le recoupement de {one} avec d’autres sources"),
            ("linking", Lang::En) => format!("the linking of {one} with other sources"),
            ("hash", _) => lang.pick(format!("l’empreinte : {one}"), format!("the hash of {one}")),
            ("verifier", _) => lang.pick(format!("ce qui vérifie {one}"), format!("what verifies {one}")),
            ("broken", _) => {
                let (key, place) = rest.split_once('/')?;
                let (key, place) = (self.get(key, lang), self.get(place, lang));
                lang.pick(format!("ce que cache {key} ({place})"), format!("what {key} hides ({place})"))
            }
            ("unknown-key", Lang::Fr) => format!("une clé inconnue de {one}"),
            ("unknown-key", Lang::En) => format!("an unknown key of {one}"),
            _ => return None,
        })
    }

    fn part(&self, owner: &str, part: &str, lang: Lang) -> String {
        let owner = self.get(owner, lang);
        match (part, lang) {
            ("medium", Lang::Fr) => format!("le support de {owner}"),
            ("medium", Lang::En) => format!("the medium of {owner}"),
            ("answers", Lang::Fr) => format!("ce que {owner} renvoie à la demande"),
            ("answers", Lang::En) => format!("what {owner} returns on demand"),
            ("host", Lang::Fr) => format!("les machines de {owner}"),
            ("host", Lang::En) => format!("the machines of {owner}"),
            ("supplier", Lang::Fr) => format!("le fournisseur inconnu de {owner}"),
            ("supplier", Lang::En) => format!("the unknown supplier of {owner}"),
            ("uses", Lang::Fr) => format!("l’accès journalisé de {owner} aux clés"),
            ("uses", Lang::En) => format!("the logged access of {owner} to keys"),
            ("granted", Lang::Fr) => format!("ce que permet la politique de {owner}"),
            ("granted", Lang::En) => format!("what the policy of {owner} allows"),
            ("received", Lang::Fr) => format!("ce qu’un destinataire reçoit de {owner}"),
            ("received", Lang::En) => format!("what a recipient receives of {owner}"),
            ("read", Lang::Fr) => format!("ce que lisent les destinataires prévus de {owner}"),
            ("read", Lang::En) => format!("what the intended readers of {owner} read"),
            ("policy", Lang::Fr) => format!("la politique de {owner}"),
            ("policy", Lang::En) => format!("the policy of {owner}"),
            ("devices", Lang::Fr) => format!("la liste des appareils de {owner}"),
            ("devices", Lang::En) => format!("the device list of {owner}"),
            ("session", Lang::Fr) => format!("une session de {owner}"),
            ("session", Lang::En) => format!("a session of {owner}"),
            ("password", Lang::Fr) => format!("le mot de passe de {owner}"),
            ("password", Lang::En) => format!("the password of {owner}"),
            ("mailbox", Lang::Fr) => format!("la messagerie de {owner}"),
            ("mailbox", Lang::En) => format!("the mailbox of {owner}"),
            ("device-key", Lang::Fr) => format!("la clé de l’appareil {owner}"),
            ("device-key", Lang::En) => format!("the device key of {owner}"),
            ("passcode", Lang::Fr) => format!("le code de l’appareil {owner}"),
            ("passcode", Lang::En) => format!("the passcode of {owner}"),
            (factor, Lang::Fr) => format!("le facteur « {factor} » de {owner}"),
            (factor, Lang::En) => format!("the factor “{factor}” of {owner}"),
        }
    }

    fn adversary(&self, rest: &str, lang: Lang) -> String {
        let (class, target) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(name) = adversary_class(class, lang) else {
            return rest.to_owned();
        };
        if target.is_empty() {
            return name.to_owned();
        }
        let target = self.get(target, lang);
        lang.pick(format!("{name} : {target}"), format!("{name}: {target}"))
    }
}

/// The class in the label of an adversary, and what it is against.
pub fn class_and_target(label: &str, lang: Lang) -> Option<(&str, &str)> {
    label.split_once(lang.pick("\u{a0}: ", ": "))
}

/// A class of built-in adversaries, in words; what it is against follows it.
pub fn adversary_class(class: &str, lang: Lang) -> Option<&'static str> {
    Some(match (class, lang) {
        ("network-observer", Lang::Fr) => "observateur du réseau",
        ("network-observer", Lang::En) => "network observer",
        ("network-attacker", Lang::Fr) => "attaquant actif du réseau",
        ("network-attacker", Lang::En) => "active network attacker",
        ("domain", Lang::Fr) => "usurpateur de certificat ou de domaine",
        ("domain", Lang::En) => "hijacker of a certificate or domain",
        ("anyone", Lang::Fr) => "n’importe qui",
        ("anyone", Lang::En) => "anyone",
        ("common-base", Lang::Fr) => "fournisseurs de système, antivirus",
        ("common-base", Lang::En) => "system vendors, antivirus",
        ("thief", Lang::Fr) => "voleur de disque",
        ("thief", Lang::En) => "disk thief",
        ("device-thief", Lang::Fr) => "voleur d’appareil",
        ("device-thief", Lang::En) => "device thief",
        ("intruder", Lang::Fr) => "intrus",
        ("intruder", Lang::En) => "intruder",
        ("injection", _) => "injection",
        ("stolen", Lang::Fr) => "identifiants volés",
        ("stolen", Lang::En) => "stolen credentials",
        ("stolen-user", Lang::Fr) => "mot de passe volé",
        ("stolen-user", Lang::En) => "stolen password",
        ("supplier", Lang::Fr) => "fournisseur de code",
        ("supplier", Lang::En) => "code supplier",
        _ => return None,
    })
}

/// Who has stolen what people sign in with, where that is no password.
pub fn stolen_first_factor(people: &str, lang: Lang) -> String {
    lang.pick(format!("facteur volé : {people}"), format!("stolen factor: {people}"))
}

/// How much one session shows.
pub const fn account_scope(single: bool, lang: Lang) -> &'static str {
    match (single, lang) {
        (true, Lang::Fr) => "les données d’une personne",
        (true, Lang::En) => "the data of one person",
        (false, Lang::Fr) => "les données de plusieurs personnes",
        (false, Lang::En) => "the data of many people",
    }
}

/// The name of a country, for those that models of this field name most; others by their code.
pub fn country_name(code: &str, lang: Lang) -> String {
    let (fr, en) = match code {
        "FR" => ("France", "France"),
        "DE" => ("Allemagne", "Germany"),
        "BE" => ("Belgique", "Belgium"),
        "CH" => ("Suisse", "Switzerland"),
        "LU" => ("Luxembourg", "Luxembourg"),
        "IE" => ("Irlande", "Ireland"),
        "NL" => ("Pays-Bas", "Netherlands"),
        "ES" => ("Espagne", "Spain"),
        "IT" => ("Italie", "Italy"),
        "GB" => ("Royaume-Uni", "United Kingdom"),
        "US" => ("États-Unis", "United States"),
        "CA" => ("Canada", "Canada"),
        "CN" => ("Chine", "China"),
        "IN" => ("Inde", "India"),
        "IL" => ("Israël", "Israel"),
        "AT" => ("Autriche", "Austria"),
        "AU" => ("Australie", "Australia"),
        "BG" => ("Bulgarie", "Bulgaria"),
        "BR" => ("Brésil", "Brazil"),
        "CY" => ("Chypre", "Cyprus"),
        "CZ" => ("Tchéquie", "Czechia"),
        "DK" => ("Danemark", "Denmark"),
        "DZ" => ("Algérie", "Algeria"),
        "EE" => ("Estonie", "Estonia"),
        "FI" => ("Finlande", "Finland"),
        "GR" => ("Grèce", "Greece"),
        "HR" => ("Croatie", "Croatia"),
        "HU" => ("Hongrie", "Hungary"),
        "IS" => ("Islande", "Iceland"),
        "JP" => ("Japon", "Japan"),
        "KR" => ("Corée du Sud", "South Korea"),
        "LT" => ("Lituanie", "Lithuania"),
        "LV" => ("Lettonie", "Latvia"),
        "MA" => ("Maroc", "Morocco"),
        "MC" => ("Monaco", "Monaco"),
        "MG" => ("Madagascar", "Madagascar"),
        "MT" => ("Malte", "Malta"),
        "MU" => ("Maurice", "Mauritius"),
        "NO" => ("Norvège", "Norway"),
        "PH" => ("Philippines", "Philippines"),
        "PL" => ("Pologne", "Poland"),
        "PT" => ("Portugal", "Portugal"),
        "RO" => ("Roumanie", "Romania"),
        "RU" => ("Russie", "Russia"),
        "SE" => ("Suède", "Sweden"),
        "SG" => ("Singapour", "Singapore"),
        "SI" => ("Slovénie", "Slovenia"),
        "SK" => ("Slovaquie", "Slovakia"),
        "SN" => ("Sénégal", "Senegal"),
        "TN" => ("Tunisie", "Tunisia"),
        "TR" => ("Turquie", "Turkey"),
        "TW" => ("Taïwan", "Taiwan"),
        "UA" => ("Ukraine", "Ukraine"),
        "VN" => ("Viêt Nam", "Vietnam"),
        "ZA" => ("Afrique du Sud", "South Africa"),
        _ => return code.to_owned(),
    };
    lang.pick(fr, en).to_owned()
}

/// The first letter as a capital, as at the start of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    // Names such as iCloud are written as they are.
    if chars.clone().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_names_are_said_in_words() {
        let mut labels = Labels::default();
        labels.declare("db", Some(&Both { fr: "Base".into(), en: "Database".into() }));
        labels.declare("api", None);
        assert_eq!(labels.get("db/medium", Lang::Fr), "le support de Base");
        assert_eq!(labels.get("net:api->db", Lang::En), "the link api – Database");
        assert_eq!(labels.get("adversary/thief/db", Lang::En), "disk thief: Database");
        for (lang, told) in [(Lang::Fr, ("voleur de disque", "Base")), (Lang::En, ("disk thief", "Database"))] {
            assert_eq!(class_and_target(&labels.get("adversary/thief/db", lang), lang), Some(told));
        }
        assert_eq!(labels.get("authority/US", Lang::Fr), "autorité (États-Unis)");
    }
}
