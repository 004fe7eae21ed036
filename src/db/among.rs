//! `column IN (…)` over a list that the database keeps prepared; diesel's `eq_any` over a list is prepared anew each time.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, AsExpression, Expression, SelectableExpression, TypedExpressionType, ValidGrouping};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Bool, SqlType};

/// A list up to here is filled up to a power of two by its last value, so that few statements are kept; a longer one is rare
/// and not kept.
const MOST_KEPT: usize = 1_024;

#[derive(Clone, Debug)]
pub struct Among<E, V> {
    column: E,
    values: Vec<V>,
}

pub trait AmongMethods: Expression + Sized {
    /// For conditions: true where the column is one of the values, so nowhere if there are none, and not where it is NULL.
    fn among<V>(self, values: impl IntoIterator<Item = V>) -> Among<Self, V::Expression>
    where
        V: AsExpression<Self::SqlType>,
        Self::SqlType: SqlType + TypedExpressionType,
    {
        Among { column: self, values: values.into_iter().map(AsExpression::as_expression).collect() }
    }
}

impl<E: Expression> AmongMethods for E {}

impl<E: Expression, V> Expression for Among<E, V> {
    type SqlType = Bool;
}

impl<E: AppearsOnTable<From>, V, From> AppearsOnTable<From> for Among<E, V> {}

impl<E: SelectableExpression<From>, V, From> SelectableExpression<From> for Among<E, V> {}

impl<E: ValidGrouping<GroupBy>, V, GroupBy> ValidGrouping<GroupBy> for Among<E, V> {
    type IsAggregate = E::IsAggregate;
}

impl<E, V> QueryId for Among<E, V> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<E: QueryFragment<DB>, V: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Among<E, V> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        let Some(last) = self.values.last() else {
            pass.push_sql("1 = 0");
            return Ok(());
        };
        let mut places = self.values.len();
        if places <= MOST_KEPT {
            places = places.next_power_of_two();
        } else {
            pass.unsafe_to_cache_prepared();
        }
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" IN (");
        for place in 0..places {
            if place > 0 {
                pass.push_sql(", ");
            }
            self.values.get(place).unwrap_or(last).walk_ast(pass.reborrow())?;
        }
        pass.push_sql(")");
        Ok(())
    }
}
