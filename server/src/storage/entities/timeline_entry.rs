//! A step in a filing's life.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "timeline_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub filing: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub happened_at: i64,
    pub person: Uuid,
    pub state: Option<String>,
    pub action: String,
    pub from_stage: String,
    pub to_stage: String,
    pub note: Option<String>,
    pub field: Option<String>,
    pub alone: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
