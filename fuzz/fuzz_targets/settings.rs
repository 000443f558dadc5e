//! Settings, the staff file, results and weights; and a plan that is read as settings say.
#![no_main]

use std::sync::Arc;

use cento::read::table_in_memory;
use cento::settings::{GivenWeights, Results, Settings, Staff};
use libfuzzer_sys::fuzz_target;

const PLAN: &str = "04 - UNO\n\nDirigente: Poma Stefano\n\n**2024_PD_0411 Atti**\n\n\
    Nominativo\tRuolo\tDose\t% impegno\nRossi Ada\tDirigente\t5\t40 %\nVerdi Ugo\tDipendente\t7\tcirca 3 %\n\n\
    S1 - DUE\n\nP-01 Atti\n\nNominativo\tImpegno\nRossi Ada\t0,5\nTUTTI GLI OPERATORI\t20\n";

fuzz_target!(|bytes: &[u8]| {
    if let Ok(table) = table_in_memory("table".to_owned(), bytes.to_vec()) {
        let _ = Results::of(&table);
        let _ = GivenWeights::of(&table);
        let _ = Staff::of(table);
    }
    if let Ok(settings) = Settings::of("cento.toml", bytes.to_vec()) {
        cento_fuzz::read_with(PLAN.as_bytes(), Arc::new(settings));
    }
});
