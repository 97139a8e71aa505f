-- Long lists are read on from a place in whatever order they are sorted by: each order has its index, so no page sorts the county.
CREATE INDEX claim_by_application ON claim (applied_on, number);
CREATE INDEX claim_by_amount ON claim ((coalesce(approved_fen, '-1'::bigint)), number);
CREATE INDEX certificate_by_day ON certificate (issued_on, serial);
CREATE INDEX certificate_by_holder ON certificate (holder_name, serial);
CREATE INDEX payment_by_payee ON payment (payee_name, number);
CREATE INDEX payment_by_amount ON payment (amount_fen, number);
CREATE INDEX payment_by_day ON payment ((coalesce(settled_on, '9999-12-31'::date)), number);
