-- What the check of a ballot computed, for those who verify it later (docs/spec/ballot.md, section 12).
-- Ballots of earlier releases have none.
alter table election.ballot add column hint bytea;
