//! A page kept beside a draft.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "page_beside")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub filing: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub written_by: Uuid,
    pub written_at: i64,
    pub page: String,
    pub answers: String,
    pub settled_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
