//! Lists whose order users decide: a row goes up or down by one place.

use crate::error::Error;
use serde::Deserialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// The form of the two buttons beside a row.
#[derive(Deserialize)]
pub struct Shift {
    direction: String,
}

impl Shift {
    /// # Errors
    /// Invalid, when it is neither of the two.
    pub fn direction(&self) -> Result<Direction, Error> {
        match self.direction.as_str() {
            "up" => Ok(Direction::Up),
            "down" => Ok(Direction::Down),
            _ => Err(Error::Invalid("error-bad-request")),
        }
    }
}

/// Exchanges a row with its neighbour. False at the end of the list, where nothing moves; None if the row isn't in it.
pub fn exchange(ids: &mut [i64], id: i64, direction: Direction) -> Option<bool> {
    let from = ids.iter().position(|known| *known == id)?;
    let to = match direction {
        Direction::Up => from.checked_sub(1),
        Direction::Down => Some(from + 1).filter(|to| *to < ids.len()),
    };
    if let Some(to) = to {
        ids.swap(from, to);
    }
    Some(to.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_moves_by_one_place() {
        let mut ids = [1, 2, 3];
        assert_eq!(exchange(&mut ids, 3, Direction::Up), Some(true));
        assert_eq!(ids, [1, 3, 2]);
        assert_eq!(exchange(&mut ids, 1, Direction::Down), Some(true));
        assert_eq!(ids, [3, 1, 2]);
    }

    #[test]
    fn at_the_end_nothing_moves() {
        let mut ids = [1, 2];
        assert_eq!(exchange(&mut ids, 1, Direction::Up), Some(false));
        assert_eq!(exchange(&mut ids, 2, Direction::Down), Some(false));
        assert_eq!(exchange(&mut ids, 9, Direction::Down), None);
        assert_eq!(ids, [1, 2]);
    }
}
