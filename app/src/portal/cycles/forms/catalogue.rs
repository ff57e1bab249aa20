//! A commitment and a circle, as typed.

use super::{Mistake, line, unmark};
use domain::commitment::{Circle, Commitment, Commitments, Status};
use serde::{Deserialize, Serialize};

/// A commitment, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommitmentForm {
    /// Its id.
    pub item: String,
    /// Our title for it.
    pub title: String,
    /// The symbol of its document.
    pub symbol: String,
    /// The code of its status.
    pub status: String,
    /// The id of its circle.
    pub circle: String,
}

impl CommitmentForm {
    /// The commitment, or everything that stands in its way.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn commitment(&self, known: &Commitments, is_new: bool) -> Result<Commitment, Vec<Mistake>> {
        let id = self.item.trim().parse().map_err(|_| Mistake::Item);
        let id = id.and_then(|id| {
            let is_taken = is_new && known.get(id).is_some();
            if is_taken { Err(Mistake::ItemTaken) } else { Ok(id) }
        });
        let title = line(&self.title).ok_or(Mistake::Title);
        let symbol = line(&self.symbol).ok_or(Mistake::Symbol);
        let status = Status::from_code(&self.status).ok_or(Mistake::Status);
        let circle = known.circles().find(|circle| circle.id.as_str() == self.circle);
        let circle = circle.map(|circle| circle.id.clone()).ok_or(Mistake::Circle);
        match (id, title, symbol, status, circle) {
            (Ok(id), Ok(title), Ok(symbol), Ok(status), Ok(circle)) => Ok(Commitment {
                id,
                title,
                symbol,
                status,
                circle,
            }),
            (id, title, symbol, status, circle) => {
                let wrong = [id.err(), title.err(), symbol.err(), status.err(), circle.err()];
                Err(wrong.into_iter().flatten().collect())
            }
        }
    }

    /// The form without words that carry a classification marking: those are kept nowhere.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        [&mut self.item, &mut self.title, &mut self.symbol]
            .into_iter()
            .for_each(unmark);
        self
    }
}

impl From<&Commitment> for CommitmentForm {
    fn from(commitment: &Commitment) -> Self {
        Self {
            item: commitment.id.to_string(),
            title: commitment.title.clone(),
            symbol: commitment.symbol.clone(),
            status: commitment.status.code().to_owned(),
            circle: commitment.circle.to_string(),
        }
    }
}

/// A circle, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CircleForm {
    /// Its id.
    pub circle_id: String,
    /// What it is called.
    pub circle_name: String,
}

impl CircleForm {
    /// The circle, or everything that stands in its way.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn circle(&self) -> Result<Circle, Vec<Mistake>> {
        let id = self.circle_id.trim().parse().map_err(|_| Mistake::CircleId);
        match (id, line(&self.circle_name).ok_or(Mistake::CircleName)) {
            (Ok(id), Ok(name)) => Ok(Circle { id, name }),
            (id, name) => Err([id.err(), name.err()].into_iter().flatten().collect()),
        }
    }

    /// The form without words that carry a classification marking: those are kept nowhere.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        [&mut self.circle_id, &mut self.circle_name]
            .into_iter()
            .for_each(unmark);
        self
    }
}
