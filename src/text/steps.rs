//! The sentences of proof steps.

use super::labels::capitalised;
use super::{Lang, typeset};

/// A power, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Read the bytes.
    Store,
    /// Observe.
    Run,
    /// Alter.
    Change,
}

impl Act {
    /// The act on a component, as an infinitive.
    pub fn on(self, component: &str, lang: Lang) -> String {
        match (self, lang) {
            (Self::Store, Lang::Fr) => format!("lire les octets de {component}"),
            (Self::Store, Lang::En) => format!("read the bytes of {component}"),
            (Self::Run, Lang::Fr) => format!("observer {component}"),
            (Self::Run, Lang::En) => format!("observe {component}"),
            (Self::Change, Lang::Fr) => format!("modifier {component}"),
            (Self::Change, Lang::En) => format!("alter {component}"),
        }
    }
}

/// What a step concludes, with every name already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gain {
    /// A power on a component.
    Can(Act, String),
    /// A secret; whether only at its next use.
    Knows(String, bool),
    /// Data, everything stored.
    Past(String),
    /// Data, from now on.
    New(String),
}

impl Gain {
    /// The conclusion as a clause: `X can observe Y`.
    pub fn clause(&self, actor: &str, lang: Lang) -> String {
        match (self, lang) {
            (Self::Can(act, component), Lang::Fr) => format!("{actor} peut {}", act.on(component, lang)),
            (Self::Can(act, component), Lang::En) => format!("{actor} can {}", act.on(component, lang)),
            (Self::Knows(secret, false), Lang::Fr) => format!("{actor} obtient {secret}"),
            (Self::Knows(secret, false), Lang::En) => format!("{actor} obtains {secret}"),
            (Self::Knows(secret, true), Lang::Fr) => format!("{actor} obtient {secret} à sa prochaine utilisation"),
            (Self::Knows(secret, true), Lang::En) => format!("{actor} obtains {secret} at its next use"),
            (Self::Past(data), Lang::Fr) => format!("{actor} lit {data}, tout ce qui est gardé"),
            (Self::Past(data), Lang::En) => format!("{actor} reads {data}, all that is kept"),
            (Self::New(data), Lang::Fr) => format!("{actor} lit {data}, ce qui passe désormais"),
            (Self::New(data), Lang::En) => format!("{actor} reads {data}, what passes from now on"),
        }
    }
}

/// Why a step follows, with every name already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A declared reader.
    Reader,
    /// Declared, or granted to an adversary.
    Given,
    /// The organisation of these people.
    Staff(String),
    /// The owner of this organisation.
    Owner(String),
    /// Altering shows.
    AlteringShows(String),
    /// Observing shows what is kept.
    ObservingReads(String),
    /// This runs on that, with nothing between.
    RunsOn(String, String),
    /// This runs on that, whose staff are locked out.
    LockedOn(String, String),
    /// This runs in an enclave on that.
    EnclaveOn(String, String),
    /// This reads that.
    Mounts(String, String),
    /// This runs the code of that; whether every version is logged.
    RunsCodeOf(String, String, bool),
    /// Whoever alters that alters this, which a log shows.
    Shows(String, String),
    /// These factors are enough; none means no credential.
    Factors(Vec<String>),
    /// In clear there, and kept.
    ClearKept(String),
    /// In clear there while it passes.
    ClearPassing(String),
    /// Encrypted there under these keys, which are all had.
    Decrypts(String, Vec<String>),
    /// Handed out there to whoever has these; whether that means posing as a person.
    Opens(String, Vec<String>, bool),
    /// Handed out there, encrypted under these keys, to whoever has those; whether that means posing.
    OpensSealed(String, Vec<String>, Vec<String>, bool),
    /// This end encrypts for whom that names; whether substitutions are logged.
    Named(String, String, bool),
    /// This key comes from that password.
    Derived(String, String),
    /// Guessed from the ciphertext there.
    Guessed(String),
    /// The encryption there is broken.
    Broken(String),
}

fn all(items: &[String], lang: Lang) -> String {
    lang.list(items)
}

impl Why {
    /// The sentence of a step.
    pub fn sentence(&self, actor: &str, gain: &Gain, lang: Lang) -> String {
        typeset(&self.written(actor, gain, lang), lang)
    }

    fn written(&self, actor: &str, gain: &Gain, lang: Lang) -> String {
        let clause = gain.clause(actor, lang);
        let text = match self {
            Self::Reader => match lang {
                Lang::Fr => return sentence(&format!("{actor} est un lecteur déclaré")),
                Lang::En => return sentence(&format!("{actor} is a declared reader")),
            },
            Self::Given => {
                return sentence(&match gain {
                    Gain::Knows(secret, _) => {
                        lang.pick(format!("{actor} détient {secret}"), format!("{actor} holds {secret}"))
                    }
                    _ => clause,
                });
            }
            other => other.reason(lang),
        };
        sentence(&lang.pick(format!("{text} : {clause}"), format!("{text}: {clause}")))
    }

    fn reason(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Reader | Self::Given, _) => String::new(),
            (Self::Staff(people), Lang::Fr) => format!("ce que peut {people}, son organisation le peut"),
            (Self::Staff(people), Lang::En) => format!("what {people} can do, their organisation can"),
            (Self::Owner(organisation), Lang::Fr) => {
                format!("ce que peut {organisation}, qui en a le contrôle le peut")
            }
            (Self::Owner(organisation), Lang::En) => format!("what {organisation} can do, whoever controls it can"),
            (Self::AlteringShows(component), Lang::Fr) => format!("modifier {component} permet de voir ce qu’il voit"),
            (Self::AlteringShows(component), Lang::En) => format!("altering {component} shows what it sees"),
            (Self::ObservingReads(component), Lang::Fr) => {
                format!("observer {component} permet de lire ce qu’il garde")
            }
            (Self::ObservingReads(component), Lang::En) => format!("observing {component} shows what it keeps"),
            (Self::RunsOn(guest, host), Lang::Fr) => format!("{guest} tourne sur {host}, sans rien entre les deux"),
            (Self::RunsOn(guest, host), Lang::En) => format!("{guest} runs on {host}, with nothing between"),
            (Self::LockedOn(guest, host), Lang::Fr) => {
                format!("{guest} tourne sur {host}, dont le verrou est tenu par l’hébergeur lui-même")
            }
            (Self::LockedOn(guest, host), Lang::En) => {
                format!("{guest} runs on {host}, whose lock the host itself controls")
            }
            (Self::EnclaveOn(guest, host), Lang::Fr) => {
                format!("{guest} tourne dans une enclave de {host}, qu’il faut briser")
            }
            (Self::EnclaveOn(guest, host), Lang::En) => {
                format!("{guest} runs in an enclave on {host}, which must be broken")
            }
            (Self::Mounts(service, store), Lang::Fr) => format!("{service} lit {store}"),
            (Self::Mounts(service, store), Lang::En) => format!("{service} reads {store}"),
            (Self::RunsCodeOf(client, supplier, false), Lang::Fr) => {
                format!("{client} exécute le code livré par {supplier}")
            }
            (Self::RunsCodeOf(client, supplier, false), Lang::En) => {
                format!("{client} runs code delivered by {supplier}")
            }
            (Self::RunsCodeOf(client, supplier, true), Lang::Fr) => {
                format!("{client} exécute le code livré par {supplier}, dont chaque version laisse une trace publique")
            }
            (Self::RunsCodeOf(client, supplier, true), Lang::En) => {
                format!("{client} runs code delivered by {supplier}, each version of which is publicly logged")
            }
            (Self::Shows(one, other), Lang::Fr) => format!("altérer {other} altère {one}, et un journal le montre"),
            (Self::Shows(one, other), Lang::En) => format!("altering {other} alters {one}, which a log shows"),
            (Self::Factors(factors), Lang::Fr) if factors.is_empty() => "aucun identifiant n’est demandé".to_owned(),
            (Self::Factors(factors), Lang::En) if factors.is_empty() => "no credential is asked for".to_owned(),
            (Self::Factors(factors), Lang::Fr) => format!("avec {}", all(factors, lang)),
            (Self::Factors(factors), Lang::En) => format!("with {}", all(factors, lang)),
            (Self::ClearKept(component), Lang::Fr) => format!("{component} l’a en clair"),
            (Self::ClearKept(component), Lang::En) => format!("{component} has it in clear"),
            (Self::ClearPassing(component), Lang::Fr) => format!("cela passe en clair par {component}"),
            (Self::ClearPassing(component), Lang::En) => format!("it passes in clear through {component}"),
            (Self::Decrypts(component, keys), Lang::Fr) => {
                format!("c’est chiffré dans {component}, et la clé est connue ({})", all(keys, lang))
            }
            (Self::Decrypts(component, keys), Lang::En) => {
                format!("it is encrypted at {component}, and the key is known ({})", all(keys, lang))
            }
            (Self::Opens(component, factors, posing), _) => opening(component, factors, *posing, lang),
            (Self::OpensSealed(component, keys, factors, posing), Lang::Fr) => {
                format!(
                    "{}, chiffré, et la clé est connue ({})",
                    opening(component, factors, *posing, lang),
                    all(keys, lang)
                )
            }
            (Self::OpensSealed(component, keys, factors, posing), Lang::En) => {
                format!(
                    "{}, encrypted, and the key is known ({})",
                    opening(component, factors, *posing, lang),
                    all(keys, lang)
                )
            }
            (Self::Named(end, source, false), Lang::Fr) => {
                format!("{end} chiffre pour les destinataires que lui donne {source}, sans les vérifier")
            }
            (Self::Named(end, source, false), Lang::En) => {
                format!("{end} encrypts for the recipients that {source} names, without verifying them")
            }
            (Self::Named(end, source, true), Lang::Fr) => {
                format!("{end} chiffre pour les destinataires que lui donne {source}, dans un registre public")
            }
            (Self::Named(end, source, true), Lang::En) => {
                format!("{end} encrypts for the recipients that {source} names, in a public log")
            }
            (Self::Derived(key, password), Lang::Fr) => format!("{key} est calculée à partir de {password}"),
            (Self::Derived(key, password), Lang::En) => format!("{key} is computed from {password}"),
            (Self::Guessed(component), Lang::Fr) => format!("il se devine, en l’essayant sur le chiffré ({component})"),
            (Self::Guessed(component), Lang::En) => {
                format!("it can be guessed, by trying it on the ciphertext at {component}")
            }
            (Self::Broken(component), Lang::Fr) => format!("le chiffrement cède à un serveur actif ({component})"),
            (Self::Broken(component), Lang::En) => format!("the encryption yields to an active server at {component}"),
        }
    }
}

fn opening(component: &str, factors: &[String], posing: bool, lang: Lang) -> String {
    match (factors.is_empty(), posing, lang) {
        (true, _, Lang::Fr) => format!("sans identifiant, on obtient {component}"),
        (true, _, Lang::En) => format!("without any credential, one gets {component}"),
        (_, false, Lang::Fr) => format!("avec {}, on obtient {component}", all(factors, lang)),
        (_, false, Lang::En) => format!("with {}, one gets {component}", all(factors, lang)),
        (_, true, Lang::Fr) => {
            format!("en se servant de {}, on obtient, à la place de la personne, {component}", all(factors, lang))
        }
        (_, true, Lang::En) => format!("using {}, one gets, in the person’s place, {component}", all(factors, lang)),
    }
}

fn sentence(text: &str) -> String {
    capitalised(text) + "."
}
