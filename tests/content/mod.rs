//! What authors get to see: broken content is refused at the right place, sound content is loaded.

mod broken;
mod command;
mod examples;
mod hostile;
mod library;
mod rendering;
mod schemas;
mod shipped;
mod syllabus;
