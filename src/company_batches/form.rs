//! The form of a deed for several companies.

use crate::codes::codes;
use crate::companies::tags::form::TagForm;
use crate::companies::tags::store::Name;
use crate::tasks::Holder;
use crate::tasks::form::due_date;
use crate::web::forms::{Errors, Fields};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// As typed; `companies` or `query` say for which.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct BatchForm {
    /// Ids with commas between.
    pub companies: String,
    /// Or what stands behind the `?` of the register's list.
    pub query: String,
    /// The code of a [`Deed`].
    pub deed: String,
    /// The id of a list.
    pub call_list: String,
    pub title: String,
    pub due_on: String,
    pub holder: String,
    /// An id.
    pub owner: String,
    pub tag: String,
    pub once: String,
    pub warned: String,
}

codes! {
    /// A card of the page.
    pub Deed {
        List = "list",
        Owner = "owner",
        Tag = "tag",
        Task = "task",
    }
}

impl Deed {
    /// The field that shows why it can't be done.
    pub fn field(self) -> &'static str {
        match self {
            Self::List => "call_list",
            Self::Owner => "owner",
            Self::Tag => "tag",
            Self::Task => "title",
        }
    }
}

/// What is to be done with each.
#[derive(Clone, Debug)]
pub enum Asked {
    PutOnList(i64),
    /// Somebody is in charge.
    Assign(i64),
    Tag(Name),
    Task {
        title: String,
        due_on: NaiveDate,
        holder: Holder,
    },
}

impl BatchForm {
    pub fn parse(&self, today: NaiveDate) -> Result<Asked, Errors> {
        let mut fields = Fields::new(today);
        let asked = match self.deed() {
            Deed::List => fields.choice("call_list", &self.call_list, |raw| raw.parse().ok()).map(Asked::PutOnList),
            Deed::Owner => fields.choice("owner", &self.owner, |raw| raw.parse().ok()).map(Asked::Assign),
            Deed::Tag => {
                let form = TagForm { tag: self.tag.clone(), warned: self.warned.clone(), ..TagForm::default() };
                return form.finish(today).map(Asked::Tag);
            }
            Deed::Task => {
                let title = fields.required_line("title", &self.title);
                let due_on = due_date(&mut fields, &self.due_on, today);
                let holder = fields.choice("holder", &self.holder, Holder::from_code);
                due_on.zip(holder).map(|(due_on, holder)| Asked::Task { title, due_on, holder })
            }
        };
        fields.errors.finish(asked, &self.warned)
    }

    pub fn deed(&self) -> Deed {
        Deed::from_code(&self.deed).unwrap_or(Deed::List)
    }
}
