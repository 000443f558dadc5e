//! The interpreter of PDFs, kept apart: what is malformed may make it panic. A panic in what is our own goes on.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::read::refusal::Refusal;

/// What is thrown when the budget is spent: nothing else stops the interpreter.
#[derive(Debug)]
pub struct Spent;

std::thread_local! {
    /// Whether the interpreter is at work on this thread: a panic is then the document's fault, and no message.
    static IS_FOREIGN: Cell<bool> = const { Cell::new(false) };
}

/// Lets the interpreter of PDFs work. What is malformed may make it panic; then the document is damaged, and nothing
/// else is. A panic in what is our own goes on.
pub fn foreign<T>(work: impl FnOnce() -> T) -> Result<T, Refusal> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_FOREIGN.get() {
                before(panic);
            }
        }));
    });
    IS_FOREIGN.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    let was_foreign = IS_FOREIGN.replace(false);
    done.or_else(|panic| match panic {
        panic if panic.is::<Spent>() => Err(Refusal::TooLong),
        _ if was_foreign => Err(Refusal::Damaged),
        panic => resume_unwind(panic),
    })
}

/// Does what is our own while the interpreter is at work.
pub fn own<T>(work: impl FnOnce() -> T) -> T {
    let was_foreign = IS_FOREIGN.replace(false);
    let done = work();
    IS_FOREIGN.set(was_foreign);
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_the_interpreter_is_the_document_s_and_one_of_ours_goes_on() {
        assert_eq!(foreign(|| 1), Ok(1));
        assert_eq!(foreign(|| panic!("in the interpreter")), Err::<(), _>(Refusal::Damaged));
        assert_eq!(foreign(|| resume_unwind(Box::new(Spent))), Err::<(), _>(Refusal::TooLong));
        let ours = catch_unwind(|| foreign(|| own(|| resume_unwind(Box::new("ours")))));
        assert_eq!(ours.unwrap_err().downcast_ref(), Some(&"ours"));
        // What follows is not mistaken for it.
        assert_eq!(foreign(|| panic!("in the interpreter")), Err::<(), _>(Refusal::Damaged));
    }
}
