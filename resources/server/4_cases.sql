-- Follow-up: a case changes by acts that its event tells, each by whoever may; private details lie behind a reason.

-- Columns that one act alone may change, where they differ; the state is one of them.
CREATE OR REPLACE FUNCTION desk.case_changes(was jsonb, held jsonb) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h.key FROM jsonb_each(held) h WHERE h.value IS DISTINCT FROM was -> h.key
    AND (h.key = 'state' OR h.key IN (SELECT column_name FROM desk.case_column))
$$;

-- A change waits in desk.moved_case for the event that tells which act it was; that is when it is judged.
CREATE OR REPLACE FUNCTION desk.guard_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE was jsonb;
BEGIN
  IF desk.keeper() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'registered' OR NEW.round <> 1 OR NEW.version <> 1 OR NEW.removed_at IS NOT NULL
        OR NEW.registered_by_id IS DISTINCT FROM desk.me() OR EXISTS (
          SELECT FROM jsonb_each_text(to_jsonb(NEW)) c WHERE coalesce(c.value, '') NOT IN ('', '0', 'false')
            AND c.key IN (SELECT column_name FROM desk.case_column)
            AND c.key NOT IN (SELECT column_name FROM desk.case_column WHERE action = 'register')) THEN
      PERFORM desk.refuse('a case begins where nothing is decided');
    END IF;
    was := to_jsonb(NEW);
  ELSE
    IF NEW.removed_at IS DISTINCT FROM OLD.removed_at AND OLD.state <> 'registered' THEN
      PERFORM desk.refuse('a case that something was done about stays');
    END IF;
    was := to_jsonb(OLD);
    IF NOT EXISTS (SELECT desk.case_changes(was, to_jsonb(NEW))) THEN RETURN NEW; END IF;
    IF NEW.version <> OLD.version + 1 THEN PERFORM desk.refuse('an act steps the version'); END IF;
  END IF;
  INSERT INTO desk.moved_case (xid, case_id, was) VALUES (pg_current_xact_id(), NEW.id, was)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM desk.refuse('each act has its event before the next'); END IF;
  RETURN NEW;
END $$;

-- Whether an act may be done by this person: what the program's guards ask of who, and of decisions before.
CREATE OR REPLACE FUNCTION desk.judge_case(act text, detail text, was public.followup_case, held public.followup_case)
RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine integer := desk.me(); head boolean := desk.my_role() = 'leader';
BEGIN
  IF NOT head AND (
      act IN ('decline', 'grant_return', 'refuse_return', 'extend', 'refuse_extension', 'reopen', 'withdraw',
        'transfer', 'forget')
      OR (was.important AND act IN ('dispatch', 'pass', 'close'))
      OR (act = 'close' AND was.called_back = 'dissatisfied') OR (act = 'notice' AND detail = 'red')) THEN
    PERFORM desk.refuse('a leader decides this');
  END IF;
  IF act IN ('send_back', 'pass', 'call_back', 'close') AND was.answered_by_id = mine THEN
    PERFORM desk.refuse('nobody judges the answer that he has entered');
  END IF;
  IF held.answered_by_id IS DISTINCT FROM (CASE WHEN act = 'answer' THEN mine
      WHEN act IN ('send_back', 'reopen') OR held.state <> was.state AND act = 'call_back' THEN NULL
      ELSE was.answered_by_id END) THEN
    PERFORM desk.refuse('an answer bears the name of who entered it');
  END IF;
  IF was.return_asked AND act IN ('accept', 'return', 'report', 'answer', 'transfer')
      OR NOT was.return_asked AND act IN ('grant_return', 'refuse_return')
      OR act = 'return' AND (held.returns, held.return_asked, held.state) IS DISTINCT FROM
        (1, was.returns > 0, CASE WHEN was.returns = 0 THEN 'filed' ELSE was.state END)
      OR act IN ('grant_return', 'refuse_return') AND (held.returns, held.return_asked) IS DISTINCT FROM
        (was.returns + 1, false) THEN
    PERFORM desk.refuse('the first return is taken, the second a leader decides, a third there is not');
  END IF;
  IF act IN ('call_back', 'withdraw', 'amend') AND was.kind <> 'complaint'
      OR act = 'pass' AND held.state = 'closed' AND was.kind <> 'finding'
      OR act = 'close' AND was.kind = 'complaint' AND was.called_back IS NULL
      OR act = 'call_back' AND (held.called_back IS NULL OR held.attempts <> CASE held.state
          WHEN 'reopened' THEN 0 ELSE was.attempts + 1 END
        OR (held.state = 'reopened') <> (held.called_back = 'dissatisfied' AND was.dissatisfied = 0)
        OR held.dissatisfied <> was.dissatisfied + (held.called_back = 'dissatisfied')::integer) THEN
    PERFORM desk.refuse('somebody who complained is called back before it is closed');
  END IF;
  IF act IN ('extend', 'refuse_extension') AND was.asked_due IS NULL
      OR act = 'notice' AND held.notice IS DISTINCT FROM detail
      OR act = 'dispatch' AND was.due IS NOT NULL AND held.due IS DISTINCT FROM was.due THEN
    PERFORM desk.refuse('this act says something else');
  END IF;
END $$;

-- What an act takes besides: words, persons, files, days; `xcdesk.server.act_needs` tells which takes what. Days are
-- compared with a day to spare, since a desk may live in another one than the server.
CREATE OR REPLACE FUNCTION desk.require_given(said public.case_event, was public.followup_case, held public.followup_case)
RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wanted text[] := ARRAY(SELECT need FROM desk.act_need WHERE machine = 'case' AND act = said.action);
  today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
  answered boolean := EXISTS (SELECT FROM public.case_event e WHERE e.case_id = was.id AND e.action = 'answer');
BEGIN
  IF 'words' = ANY (wanted) AND btrim(said.words) = ''
      OR said.action = 'answer' AND held.answer IS DISTINCT FROM said.words
      OR said.action = 'reply' AND held.reply IS DISTINCT FROM said.words THEN
    PERFORM desk.refuse('this act says why, or what');
  END IF;
  IF 'person' = ANY (wanted) AND btrim(said.concerning) = '' OR 'receiver' = ANY (wanted) AND btrim(held.receiver) = ''
      OR 'result' = ANY (wanted) AND NOT EXISTS (
        SELECT FROM desk.case_result r WHERE r.kind = was.kind AND r.result = held.result)
      OR 'evidence' = ANY (wanted) AND was.kind <> 'complaint' AND NOT EXISTS (
        SELECT FROM public.case_file f WHERE f.case_id = was.id AND f.removed_at IS NULL)
      OR 'files' = ANY (wanted) AND NOT EXISTS (SELECT FROM public.case_file f
        WHERE f.case_id = was.id AND f.removed_at IS NULL AND f.added_by_id = desk.me())
      OR 'another' = ANY (wanted) AND NOT EXISTS (SELECT FROM public.followup_case c WHERE c.id = held.merged_into_id
        AND c.id <> was.id AND c.removed_at IS NULL AND c.state NOT IN ('merged', 'declined'))
      OR ('linked' = ANY (wanted) OR 'unlinked' = ANY (wanted)) AND ('linked' = ANY (wanted)) <> EXISTS (
        SELECT FROM public.case_link l WHERE l.case_id = was.id AND l.item_id::text = said.detail)
      OR said.action = 'publish' AND NOT EXISTS (
        SELECT FROM public.material m WHERE m.id = held.published_id AND m.kind = 'finding') THEN
    PERFORM desk.refuse('what this act takes was not given');
  END IF;
  IF 'answered' = ANY (wanted) AND NOT answered
      OR 'replied' = ANY (wanted) AND (NOT answered OR was.replied_on IS NULL)
      OR 'called' = ANY (wanted) AND was.called_back = 'not_reached' AND was.attempts < coalesce(
        (SELECT (s.value::jsonb ->> 'attempts')::integer FROM public.setting s WHERE s.key = 'cases'), @attempts@) THEN
    PERFORM desk.refuse('something comes before this act');
  END IF;
  IF 'past' = ANY (wanted) AND said.action <> 'call_back' AND (said.day > today + 1 OR said.day IS DISTINCT FROM
        CASE said.action WHEN 'accept' THEN held.accepted_on WHEN 'answer' THEN held.answered_on
          WHEN 'interview' THEN held.interviewed_on WHEN 'reply' THEN held.replied_on ELSE said.day END)
      OR 'ahead' = ANY (wanted) AND held.due IS DISTINCT FROM was.due AND held.due < today - 1
      OR 'later' = ANY (wanted) AND was.due IS NOT NULL AND coalesce(held.asked_due <= was.due, true)
      OR 'granted' = ANY (wanted) AND held.due <= was.due
      OR 'in_time' = ANY (wanted) AND was.due < today - 1
      OR 'level' = ANY (wanted) AND (was.due IS NULL OR CASE said.detail WHEN 'blue' THEN was.due < today - 1
          WHEN 'red' THEN was.due > today ELSE said.detail <> 'yellow' END)
      OR was.dispatched_on IS NOT NULL AND (held.dispatched_on, held.original_due) IS DISTINCT FROM
        (was.dispatched_on, was.original_due) THEN
    PERFORM desk.refuse('the day of this act does not fit');
  END IF;
  IF held.extensions <> was.extensions + (said.action = 'extend')::integer
      OR held.reopened <> was.reopened + (said.action = 'reopen')::integer
      OR held.round <> was.round + (said.action IN ('send_back', 'reopen')
        OR said.action = 'call_back' AND held.state = 'reopened')::integer THEN
    PERFORM desk.refuse('what is counted goes up by one');
  END IF;
  IF held.state = 'closed' AND was.state <> 'closed' AND was.timely IS NULL
      AND was.answered_on IS NOT NULL AND was.due IS NOT NULL
      AND (held.timely, held.closing_round, held.late_days = 0) IS DISTINCT FROM
        (was.answered_on <= was.due, was.round, was.answered_on <= was.due)
      OR was.timely IS NOT NULL AND (held.timely, held.late_days, held.closing_round) IS DISTINCT FROM
        (was.timely, was.late_days, was.closing_round) THEN
    PERFORM desk.refuse('in time or late follows from the days, once and for all');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.guard_case_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine public.desk_user; held public.followup_case; was public.followup_case; waiting jsonb;
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
  SELECT * INTO STRICT held FROM public.followup_case WHERE id = NEW.case_id;
  DELETE FROM desk.moved_case m WHERE m.xid = pg_current_xact_id() AND m.case_id = NEW.case_id
    RETURNING m.was INTO waiting;
  was := jsonb_populate_record(NULL::public.followup_case, coalesce(waiting, to_jsonb(held)));
  IF (NEW.from_state, NEW.to_state) IS DISTINCT FROM (was.state, held.state)
      OR (NEW.action = 'register' AND waiting IS NULL) OR NOT EXISTS (
        SELECT FROM desk.case_way w
        WHERE w.action = NEW.action AND w.source = NEW.from_state AND w.target = NEW.to_state)
      OR EXISTS (SELECT FROM desk.case_changes(to_jsonb(was), to_jsonb(held)) c WHERE c <> 'state'
        AND c NOT IN (SELECT column_name FROM desk.case_column WHERE action = NEW.action)) THEN
    PERFORM desk.refuse('an event tells the act that was done');
  END IF;
  PERFORM desk.judge_case(NEW.action, NEW.detail, was, held);
  PERFORM desk.require_given(NEW, was, held);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.require_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM desk.moved_case WHERE xid = NEW.xid AND case_id = NEW.case_id) THEN
    PERFORM desk.refuse('no act on a case without its event');
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS desk_require ON desk.moved_case;
CREATE CONSTRAINT TRIGGER desk_require AFTER INSERT ON desk.moved_case DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION desk.require_event();
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT OR UPDATE ON public.followup_case
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
