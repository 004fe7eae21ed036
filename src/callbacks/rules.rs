//! Which move may follow which state, and who may make it. Pure.

use super::State;
use crate::codes::codes;

codes! {
    pub Move {
        Claim = "claim",
        HandOver = "handover",
        Release = "release",
        Close = "closure",
        Cancel = "cancellation",
        Reopen = "reopening",
        /// The service gives it back to the queue: its holder's account or membership was closed.
        HolderLeft = "holder_left",
        /// The service gives it back to the queue: its holder noted no attempt in time.
        Expire = "expired",
        /// A partner by mail says that they take care of it; it stays in their queue.
        Acknowledge = "acknowledgement",
        /// A partner by mail says how it ended.
        Answer = "answer",
    }
}

/// The state after a move, or None if it can't be made from this state.
pub fn target(state: State, made: Move) -> Option<State> {
    match (state, made) {
        (State::New, Move::Claim) => Some(State::Taken),
        (State::New | State::Taken, Move::HandOver) => Some(State::New),
        (State::Taken, Move::Release | Move::HolderLeft | Move::Expire) => Some(State::New),
        (State::Taken, Move::Close) | (State::New, Move::Cancel) => Some(State::Closed),
        (State::Closed, Move::Reopen) => Some(State::New),
        (State::New, Move::Acknowledge) => Some(State::New),
        (State::New, Move::Answer) => Some(State::Closed),
        _ => None,
    }
}

/// What someone has to do with a call-back; several can be true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Logged it.
    pub logger: bool,
    /// Belongs to the team in whose queue it is, or to the backup team once nobody else has taken it.
    pub member: bool,
    pub holder: bool,
    /// Coordinates at the host.
    pub coordinator: bool,
}

/// Who may make a move that the state allows.
pub fn allowed(relation: Relation, made: Move) -> bool {
    let Relation { logger, member, holder, coordinator } = relation;
    match made {
        Move::Claim => member || coordinator,
        Move::HandOver => member || holder || coordinator,
        Move::Release => holder || coordinator,
        Move::Close => holder,
        Move::Cancel => logger,
        Move::Reopen => logger || member || coordinator,
        Move::HolderLeft | Move::Expire | Move::Acknowledge | Move::Answer => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of moves, cell by cell.
    #[test]
    fn moves_follow_the_table() {
        let table = [
            (
                State::New,
                [
                    Some(State::Taken),
                    Some(State::New),
                    None,
                    None,
                    Some(State::Closed),
                    None,
                    None,
                    None,
                    Some(State::New),
                    Some(State::Closed),
                ],
            ),
            (
                State::Taken,
                [None, Some(State::New), Some(State::New), Some(State::Closed), None, None, Some(State::New), Some(State::New), None, None],
            ),
            (State::Closed, [None, None, None, None, None, Some(State::New), None, None, None, None]),
        ];
        for (state, targets) in table {
            for (made, expected) in Move::ALL.into_iter().zip(targets) {
                assert_eq!(target(state, made), expected, "{state:?} {made:?}");
            }
        }
    }

    #[test]
    fn an_onlooker_moves_nothing() {
        for made in Move::ALL {
            assert!(!allowed(Relation::default(), made), "{made:?}");
        }
    }

    #[test]
    fn only_the_holder_ends_it() {
        let others = Relation { logger: true, member: true, coordinator: true, holder: false };
        assert!(!allowed(others, Move::Close));
        assert!(allowed(Relation { holder: true, ..Relation::default() }, Move::Close));
    }
}
