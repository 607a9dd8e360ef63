-- The credential that a delegate made in their own browser, by its outer code: so that it can be
-- struck when it is given back. Here, unlike with slips that are drawn, the record knows whose it is.
alter table congress.slip add column own_code text;
