-- Enrolments and certificates among these whose event, or their class's, still waits for its work: their points are not what they will be.
CREATE FUNCTION points_under_way(basis_ids text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT b.id FROM unnest(basis_ids) AS b(id) LEFT JOIN enrolment e ON e.id::text = b.id
  WHERE EXISTS (SELECT FROM graphile_worker._private_jobs j
    WHERE j.payload::text LIKE '%' || b.id || '%' OR j.payload::text LIKE '%' || e.class_id::text || '%');
END $$;
REVOKE ALL ON FUNCTION points_under_way(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION points_under_way(text[]) TO jinengtong_app;
