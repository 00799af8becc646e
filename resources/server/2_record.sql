-- The record: each entry is its writer's own, chained, and no change goes without one.

CREATE OR REPLACE FUNCTION desk.guard_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine public.desk_user; last public.audit_entry; needed text;
BEGIN
  INSERT INTO desk.mark (xid, recorded) VALUES (pg_current_xact_id(), true)
    ON CONFLICT (xid) DO UPDATE SET recorded = true;
  IF desk.keeper() THEN RETURN NEW; END IF;
  SELECT * INTO mine FROM public.desk_user WHERE id = desk.me();
  IF mine.id IS NULL THEN PERFORM desk.refuse('this account may not act'); END IF;
  IF NOT EXISTS (SELECT FROM desk.by_itself WHERE act = NEW.action AND NEW.who = 'office'
      AND desk.may('purge')) THEN
    IF (NEW.who, NEW.who_name) IS DISTINCT FROM (mine.login, mine.name) THEN
      PERFORM desk.refuse('an entry bears the name of its writer');
    END IF;
    SELECT permission INTO needed FROM desk.act_permission WHERE act = NEW.action;
    IF needed IS NULL THEN
      SELECT permission INTO needed FROM desk.act_permission WHERE act = split_part(NEW.action, '.', 1) || '.*';
    END IF;
    IF NOT desk.may(coalesce(needed, 'work')) THEN PERFORM desk.refuse('this act is not for this role'); END IF;
  END IF;
  PERFORM pg_advisory_xact_lock(@chain_lock@);
  SELECT * INTO last FROM public.audit_entry ORDER BY id DESC LIMIT 1;
  IF NEW.previous <> coalesce(last.digest, repeat('0', 64)) OR NEW.id <= coalesce(last.id, 0) THEN
    PERFORM desk.refuse('an entry follows the last one');
  END IF;
  IF abs(extract(epoch FROM NEW.at - (clock_timestamp() AT TIME ZONE 'UTC'))) > 86400 THEN
    PERFORM desk.refuse('an entry is dated when it is written');
  END IF;
  IF NEW.digest <> encode(sha256(convert_to(concat_ws(chr(31),
      to_char(NEW.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), NEW.who, NEW.who_name, NEW.action, NEW.subject, NEW.facts,
      NEW.previous), 'UTF8')), 'hex') THEN
    PERFORM desk.refuse('the digest of an entry is that of its words');
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT ON public.audit_entry
FOR EACH ROW EXECUTE FUNCTION desk.guard_record();

CREATE OR REPLACE FUNCTION desk.note_write() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM desk.mark WHERE xid = pg_current_xact_id() AND written) AND NOT desk.keeper() THEN
    INSERT INTO desk.mark (xid, written) VALUES (pg_current_xact_id(), true)
      ON CONFLICT (xid) DO UPDATE SET written = true;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION desk.settle_mark() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE now_is desk.mark;
BEGIN
  DELETE FROM desk.mark WHERE xid = NEW.xid RETURNING * INTO now_is;
  IF now_is.written AND NOT now_is.recorded THEN PERFORM desk.refuse('no change without its entry in the record'); END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS desk_settle ON desk.mark;
CREATE CONSTRAINT TRIGGER desk_settle AFTER INSERT ON desk.mark DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION desk.settle_mark();

-- A version steps by one, and by nobody's wish further.
CREATE OR REPLACE FUNCTION desk.guard_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.version NOT IN (OLD.version, OLD.version + 1) AND NOT desk.keeper() THEN
    PERFORM desk.refuse('a version was skipped');
  END IF;
  RETURN NEW;
END $$;

-- What lies in the trash goes for good by those who may remove for good, or goes back where it lay.
CREATE OR REPLACE FUNCTION desk.guard_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE back boolean := false;
BEGIN
  IF TG_TABLE_NAME = 'removed_row' THEN
    IF OLD.kind IN ('tenure', 'programme', 'day_exception') THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE id = $1)', OLD.kind) INTO back USING OLD.row;
    END IF;
  ELSIF TG_TABLE_NAME NOT IN ('evidence', 'activity_file') AND OLD.removed_at IS NULL AND NOT desk.keeper() THEN
    PERFORM desk.refuse('only what lies in the trash goes for good');
  END IF;
  IF NOT back AND NOT desk.may('purge') THEN PERFORM desk.refuse('removing for good is not for this role'); END IF;
  RETURN OLD;
END $$;
