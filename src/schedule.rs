//! Every background job, one line each.

use crate::jobs::Job;
use crate::{mail, staff};

pub static JOBS: &[Job] = &[
    Job { name: "answer password requests", run: staff::password_requests::answer_all },
    Job { name: "forget old password requests", run: staff::password_requests::forget_old },
    Job { name: "give up expired mails", run: mail::secrets::give_up_expired },
];
