//! The words for jobs and posts: what somebody is called who is not called by a name. All in small letters without accents.

/// The beginnings of words for what somebody does in the house.
const JOBS: [&str; 62] = [
    "istruttor",
    "istruttric",
    "funzionari",
    "dirigent",
    "dipendent",
    "operator",
    "operatric",
    "collaborator",
    "collaboratric",
    "assistent",
    "addett",
    "educator",
    "educatric",
    "insegnant",
    "impiegat",
    "autist",
    "esecutor",
    "specialist",
    "ingegner",
    "architett",
    "bibliotecar",
    "infermier",
    "psicolog",
    "programmator",
    "analist",
    "segretari",
    "ufficial",
    "ispettor",
    "comandant",
    "responsabil",
    "referent",
    "coordinator",
    "coordinatric",
    "direttor",
    "direttric",
    "titolar",
    "caposervizi",
    "caposettor",
    "capoufficio",
    "caposquadra",
    "tirocinant",
    "stagist",
    "contrattist",
    "borsist",
    "portavoc",
    "officer",
    "clerk",
    "technician",
    "employee",
    "teacher",
    "engineer",
    "assistant",
    "manager",
    "analyst",
    "developer",
    "adviser",
    "advisor",
    "director",
    "administrator",
    "librarian",
    "supervisor",
    "trainee",
];
/// Whole words of that kind, of which the beginning is also that of names.
const WHOLE_JOBS: [&str; 17] = [
    "agente",
    "agenti",
    "vigile",
    "vigili",
    "messo",
    "vicario",
    "dsga",
    "eq",
    "rup",
    "resp",
    "coord",
    "dir",
    "funz",
    "istr",
    "head",
    "secretary",
    "apicale",
];
/// The beginnings of what else stands in the name of a post.
const OF_POSTS: [&str; 31] = [
    "operai",
    "tecnic",
    "amministrativ",
    "contabil",
    "ausiliar",
    "custod",
    "cuoc",
    "geometr",
    "ragionier",
    "murator",
    "giardinier",
    "profil",
    "figur",
    "risors",
    "lavorator",
    "volontar",
    "professionist",
    "avvocat",
    "consulent",
    "posizion",
    "elevat",
    "qualificazion",
    "organizzativ",
    "determinat",
    "indeterminat",
    "person",
    "position",
    "worker",
    "member",
    "profile",
    "vacanc",
];
const WHOLE_OF_POSTS: [&str; 33] = [
    "unita",
    "posto",
    "posti",
    "post",
    "posts",
    "role",
    "roles",
    "tempo",
    "pieno",
    "parziale",
    "part",
    "full",
    "time",
    "categoria",
    "cat",
    "area",
    "nuovo",
    "nuova",
    "nuovi",
    "nuove",
    "new",
    "one",
    "un",
    "una",
    "uno",
    "altro",
    "altra",
    "ex",
    "n",
    "nr",
    "num",
    "nome",
    "nominativo",
];

/// Whether a word says what somebody does in the house: *istruttore*, *referente*, *officer*.
pub(super) fn is_job(word: &str) -> bool {
    WHOLE_JOBS.contains(&word) || JOBS.iter().any(|job| word.starts_with(job))
}

/// Whether a word stands in the names of posts: a job, or what is said of one.
pub(super) fn is_of_post(word: &str) -> bool {
    is_job(word) || WHOLE_OF_POSTS.contains(&word) || OF_POSTS.iter().any(|own| word.starts_with(own))
}

/// Whether a word is a category of a contract: *D3*, *C1*, *B3G*.
pub(super) fn is_category(word: &str) -> bool {
    match word.as_bytes() {
        [letter, level, rest @ ..] => {
            matches!(letter.to_ascii_lowercase(), b'a'..=b'd')
                && matches!(level, b'1'..=b'8')
                && matches!(rest, [] | [b'g' | b'G' | b's' | b'S'])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_are_told_from_names() {
        for job in ["istruttore", "funzionaria", "agenti", "referente", "officer", "operatrice"] {
            assert!(is_job(job) && is_of_post(job), "{job}");
        }
        for own in ["profilo", "tecnici", "unita", "amministrativo"] {
            assert!(is_of_post(own) && !is_job(own), "{own}");
        }
        for name in ["rossi", "messina", "vigilante", "ada", "dirce", "capo", "tributi"] {
            assert!(!is_of_post(name), "{name}");
        }
        assert!(
            is_category("D3") && is_category("b3g") && !is_category("d") && !is_category("d12") && !is_category("e1")
        );
    }
}
