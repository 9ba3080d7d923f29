//! What the finished program does, seen from outside: journeys in a browser, and judges that are not ours.

mod accounts;
mod api;
mod both;
mod calls;
mod campaigns;
mod census;
mod copies;
mod desk;
mod editing;
mod giving;
mod harmonise;
mod harness;
mod hostile;
mod hostile_requests;
mod journeys;
mod judges;
mod levels;
mod national;
mod operation;
mod organisations;
mod pages;
mod pictures;
mod proposals;
mod scanners;
mod uploads;
mod walk;
