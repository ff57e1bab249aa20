//! What a national authority let out.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub filing: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub content: String,
    pub content_hash: String,
    pub disclosure: String,
    pub disclosure_hash: String,
    pub approved_by: Uuid,
    pub approved_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
