-- What decides for a learner: the fee, a number to call, what to bring. Classes filed before have none of them.
ALTER TABLE training_class
  ADD COLUMN price_fen bigint CHECK (price_fen >= 0),
  ADD COLUMN phone text CHECK (phone <> ''),
  ADD COLUMN bring text NOT NULL DEFAULT '';
