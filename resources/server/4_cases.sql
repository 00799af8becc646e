-- Follow-up: acts bear their writer's name, states follow the table, private details lie behind a reason.

CREATE OR REPLACE FUNCTION desk.guard_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk.keeper() OR NEW.state = OLD.state THEN RETURN NEW; END IF;
  IF NEW.version <> OLD.version + 1 OR NOT EXISTS (SELECT FROM desk.case_way w
      WHERE w.source = OLD.state AND w.target = NEW.state) THEN
    PERFORM desk.refuse('a state changes by an act that leads there');
  END IF;
  INSERT INTO desk.moved_case (xid, case_id) VALUES (pg_current_xact_id(), NEW.id) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.guard_case_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine public.desk_user;
BEGIN
  IF desk.keeper() THEN RETURN NEW; END IF;
  SELECT * INTO mine FROM public.desk_user WHERE id = desk.me();
  IF mine.id IS NULL OR (NEW.who_id, NEW.who_name) IS DISTINCT FROM (mine.id, mine.name) THEN
    PERFORM desk.refuse('an event bears the name of its writer');
  END IF;
  IF abs(extract(epoch FROM NEW.at - (clock_timestamp() AT TIME ZONE 'UTC'))) > 86400 THEN
    PERFORM desk.refuse('an event is dated when it is written');
  END IF;
  IF NEW.action = 'unmask' THEN NEW.at := clock_timestamp() AT TIME ZONE 'UTC'; END IF;
  DELETE FROM desk.moved_case WHERE xid = pg_current_xact_id() AND case_id = NEW.case_id;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.require_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM desk.moved_case WHERE xid = NEW.xid AND case_id = NEW.case_id) THEN
    PERFORM desk.refuse('no state of a case without its event');
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS desk_require ON desk.moved_case;
CREATE CONSTRAINT TRIGGER desk_require AFTER INSERT ON desk.moved_case DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION desk.require_event();
CREATE OR REPLACE TRIGGER desk_guard BEFORE UPDATE ON public.followup_case
FOR EACH ROW EXECUTE FUNCTION desk.guard_case();
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT ON public.case_event
FOR EACH ROW EXECUTE FUNCTION desk.guard_case_event();

-- That there are private details is seen by all; what they are is handed out by desk.private alone.
CREATE OR REPLACE VIEW desk_view.case_private WITH (security_barrier) AS
SELECT id, case_id, ''::bytea AS content, key, kept_at, erased_at, version FROM public.case_private;

CREATE OR REPLACE FUNCTION desk.write_private() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk.me() IS NULL AND NOT desk.keeper() THEN PERFORM desk.refuse('this account may not act'); END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.case_private (id, case_id, content, key, kept_at, erased_at, version)
    VALUES (NEW.id, NEW.case_id, NEW.content, NEW.key, NEW.kept_at, NEW.erased_at,
      coalesce(NEW.version, 1));
    RETURN NEW;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM public.case_private WHERE id = OLD.id;
    RETURN OLD;
  END IF;
  IF NOT desk.may('purge') OR NEW.content <> ''::bytea OR NEW.erased_at IS NULL THEN
    PERFORM desk.refuse('private details are only erased, by those who may');
  END IF;
  UPDATE public.case_private SET content = ''::bytea, erased_at = NEW.erased_at, version = NEW.version WHERE id = OLD.id;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER case_private_written INSTEAD OF INSERT OR UPDATE OR DELETE ON desk_view.case_private
FOR EACH ROW EXECUTE FUNCTION desk.write_private();

-- What is kept of a case, against a reason that is in the record already: read in a transaction that has written
-- nothing, so that every event it sees is committed and cannot be taken back after reading.
CREATE OR REPLACE FUNCTION desk.private(wanted integer)
RETURNS TABLE (id integer, content bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL OR NOT EXISTS (
      SELECT FROM public.case_event e WHERE e.case_id = wanted AND e.who_id = desk.me() AND e.action = 'unmask'
        AND btrim(e.words) <> '' AND e.at > (now() AT TIME ZONE 'UTC') - interval '1 minute') THEN
    PERFORM desk.refuse('private details are read against a reason that stands in the record');
  END IF;
  RETURN QUERY SELECT p.id, p.content FROM public.case_private p WHERE p.case_id = wanted;
END $$;
