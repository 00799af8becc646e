-- A whole copy of the office for an administrator's backup. What nobody reads otherwise is handed out against an
-- entry of the record, in a transaction that has written nothing: that entry cannot be taken back after reading.

CREATE OR REPLACE FUNCTION desk.note_copying() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO desk.copying (person, at) SELECT desk.me(), clock_timestamp() WHERE desk.me() IS NOT NULL
    ON CONFLICT (person) DO UPDATE SET at = EXCLUDED.at;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER desk_copying AFTER INSERT ON public.audit_entry
FOR EACH ROW WHEN (NEW.action = 'office.copied') EXECUTE FUNCTION desk.note_copying();

-- The minute is that of the beginning of the transaction: a copy takes as long as it takes.
CREATE OR REPLACE FUNCTION desk.copies() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk.keeper() OR (desk.may('people') AND pg_current_xact_id_if_assigned() IS NULL AND EXISTS (
      SELECT FROM desk.copying c WHERE c.person = desk.me() AND c.at > now() - interval '1 minute')) THEN
    RETURN true;
  END IF;
  PERFORM desk.refuse('a whole copy is an administrator''s, against its entry in the record');
END $$;

-- A PIN is short enough to be found from its hash: it is set anew after a restore.
CREATE OR REPLACE FUNCTION desk.whole_desk_user() RETURNS SETOF public.desk_user
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (jsonb_populate_record(u, '{"pin": ""}')).* FROM public.desk_user u WHERE desk.copies()
$$;

CREATE OR REPLACE FUNCTION desk.whole_case_private() RETURNS SETOF public.case_private
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.* FROM public.case_private p WHERE desk.copies()
$$;

CREATE OR REPLACE FUNCTION desk.whole_text_draft() RETURNS SETOF public.text_draft
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.* FROM public.text_draft d WHERE desk.copies()
$$;
