-- The approval queue: its states change only after desk.act has looked at version, text and seat.

CREATE OR REPLACE FUNCTION desk.barred(text_id integer) RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.written_by_id FROM public.material_version v JOIN public.material t ON t.id = v.material_id
  WHERE v.material_id = text_id AND (v.text_hash = t.text_hash OR v.revision > coalesce(
    (SELECT e.revision FROM public.material_event e
     WHERE e.material_id = text_id AND e.action IN ('agree', 'paper') AND e.to_state = 'approved'
     ORDER BY e.id DESC LIMIT 1), 0))
  UNION SELECT submitted_by_id FROM public.material WHERE id = text_id AND submitted_by_id IS NOT NULL
$$;

-- Those for whom a person decides today: himself, and whoever made him stand in.
CREATE OR REPLACE FUNCTION desk.hands_of(person integer) RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT id FROM public.desk_user WHERE id = person AND role <> 'administrator'
  UNION SELECT d.principal_id FROM public.delegation d JOIN public.desk_user u ON u.id = d.delegate_id
  WHERE d.delegate_id = person AND u.role <> 'administrator'
    AND d.since <= current_date + 1 AND d.until >= current_date - 1
$$;

-- Seats of a step that are still to decide, those without a line of their own included.
CREATE OR REPLACE FUNCTION desk.waiting(text_id integer, at_step integer)
RETURNS TABLE (person integer, extra boolean, place integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH here AS (
    SELECT s.* FROM public.material_seat s JOIN public.desk_user u ON u.id = s.person_id
    WHERE s.material_id = text_id AND s.position = at_step AND u.active AND u.role <> 'administrator'
  )
  SELECT person_id, extra, place FROM here WHERE state = 'open'
    AND person_id NOT IN (SELECT desk.barred(text_id))
  UNION ALL
  SELECT u.id, false, 0 FROM public.desk_user u JOIN public.material_step s
    ON s.material_id = text_id AND s.position = at_step AND s.role = u.role
  WHERE u.active AND (s.by_role OR NOT EXISTS (SELECT FROM here))
    AND u.id NOT IN (SELECT person_id FROM here) AND u.id NOT IN (SELECT desk.barred(text_id))
$$;

CREATE OR REPLACE FUNCTION desk.agreed(text_id integer, at_step integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.material_seat s JOIN public.desk_user u ON u.id = s.person_id
    WHERE s.material_id = text_id AND s.position = at_step AND s.state = 'agreed' AND NOT s.extra
      AND u.active AND u.role <> 'administrator')
$$;

CREATE OR REPLACE FUNCTION desk.in_turn(text_id integer, at_step integer) RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH w AS (SELECT *, row_number() OVER (ORDER BY extra, place, person) AS turn FROM desk.waiting(text_id, at_step))
  SELECT w.person FROM w JOIN public.material_step s ON s.material_id = text_id AND s.position = at_step
  WHERE CASE s.mode WHEN 'in_turn' THEN w.turn = 1
        WHEN 'any' THEN w.extra OR NOT desk.agreed(text_id, at_step) ELSE true END
$$;

CREATE OR REPLACE FUNCTION desk.step_done(text_id integer, at_step integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT desk.agreed(text_id, at_step) AND NOT EXISTS (SELECT FROM desk.in_turn(text_id, at_step))
$$;

-- Leave to do one act to one material in this transaction, as it stands: its version and its very text.
CREATE OR REPLACE FUNCTION desk.act(text_id integer, wanted text, seen_version integer, seen_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held public.material; mine integer := desk.me(); part boolean;
BEGIN
  IF desk.keeper() THEN RETURN; END IF;
  IF mine IS NULL THEN PERFORM desk.refuse('this account may not act'); END IF;
  SELECT * INTO STRICT held FROM public.material WHERE id = text_id FOR UPDATE;
  IF held.version <> seen_version OR held.text_hash <> seen_hash THEN
    PERFORM desk.refuse('the text is not the one that was seen');
  END IF;
  IF NOT EXISTS (SELECT FROM desk.material_way w WHERE w.action = wanted AND w.source = held.state) THEN
    PERFORM desk.refuse('this is not done in this state');
  END IF;
  part := mine IN (SELECT desk.barred(text_id));
  IF wanted IN ('claim', 'agree', 'return', 'add', 'consult') THEN
    IF part THEN PERFORM desk.refuse('nobody decides about his own text'); END IF;
    IF NOT EXISTS (SELECT FROM desk.in_turn(text_id, held.step) t WHERE t IN (SELECT desk.hands_of(mine))) THEN
      PERFORM desk.refuse('it is not his turn');
    END IF;
  ELSIF wanted = 'hand_over' THEN
    IF NOT EXISTS (SELECT FROM public.material_seat s WHERE s.material_id = text_id AND s.position = held.step
        AND s.person_id = mine AND s.state IN ('open', 'barred'))
      AND NOT EXISTS (SELECT FROM desk.in_turn(text_id, held.step) t WHERE t = mine) THEN
      PERFORM desk.refuse('nobody hands over what he does not have');
    END IF;
  ELSIF wanted IN ('expedite', 'void') THEN
    IF NOT desk.may('void') OR (wanted = 'expedite' AND (part OR desk.my_role() <> 'leader')) THEN PERFORM desk.refuse('a leader decides this'); END IF;
  ELSIF wanted = 'check' THEN
    IF part OR NOT (desk.my_role() = 'leader' OR held.check_owner_id = mine) OR mine = (
        SELECT who_id FROM public.material_event WHERE material_id = text_id AND action = 'expedite'
        ORDER BY id DESC LIMIT 1) THEN
      PERFORM desk.refuse('somebody else checks what was issued first');
    END IF;
  ELSIF wanted = 'paper' THEN
    IF part AND EXISTS (SELECT FROM public.desk_user WHERE active AND role <> 'administrator'
        AND id NOT IN (SELECT desk.barred(text_id))) THEN
      PERFORM desk.refuse('somebody without a part in the text records paper');
    END IF;
  ELSIF wanted = 'submit' THEN
    IF mine NOT IN (SELECT written_by_id FROM public.material_version WHERE material_id = text_id) THEN
      PERFORM desk.refuse('a writer of the text submits it');
    END IF;
  ELSIF wanted = 'recall' THEN
    IF mine IS DISTINCT FROM held.submitted_by_id OR EXISTS (SELECT FROM public.material_seat
        WHERE material_id = text_id AND position = held.step AND state = 'agreed') THEN
      PERFORM desk.refuse('its submitter takes it back, while nobody has decided');
    END IF;
  ELSIF wanted IN ('discard', 'restore', 'terminate') THEN
    IF mine <> held.author_id AND desk.my_role() <> 'leader' THEN PERFORM desk.refuse('its author decides this'); END IF;
  ELSIF wanted = 'issue' THEN
    IF held.text_hash IS DISTINCT FROM (SELECT text_hash FROM public.material_event WHERE material_id = text_id
        AND action IN ('agree', 'paper') AND to_state = 'approved' ORDER BY id DESC LIMIT 1) THEN
      PERFORM desk.refuse('the text is not the one that was signed off');
    END IF;
  END IF;
  INSERT INTO desk.leave (xid, material, action, person) VALUES (pg_current_xact_id(), text_id, wanted, mine)
    ON CONFLICT (xid, material) DO UPDATE SET action = excluded.action;
END $$;

CREATE OR REPLACE FUNCTION desk.leave_for(text_id integer) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT action FROM desk.leave WHERE xid = pg_current_xact_id() AND material = text_id
$$;

-- Leaves end with their transaction.
CREATE OR REPLACE FUNCTION desk.end_leave() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM desk.leave WHERE xid = NEW.xid;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS desk_end ON desk.leave;
CREATE CONSTRAINT TRIGGER desk_end AFTER INSERT ON desk.leave DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION desk.end_leave();

CREATE OR REPLACE FUNCTION desk.guard_material() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE leave text;
BEGIN
  IF desk.keeper() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.author_id IS DISTINCT FROM desk.me() OR (NEW.state, NEW.revision, NEW.step, NEW.resume_step, NEW.round,
        NEW.version, NEW.expedited) IS DISTINCT FROM ('draft', 1, 0, 0, 1, 1, false)
        OR NEW.submitted_by_id IS NOT NULL OR NEW.checked_at IS NOT NULL OR NEW.check_owner_id IS NOT NULL THEN
      PERFORM desk.refuse('a new text is its author''s draft');
    END IF;
  ELSE
    leave := coalesce(desk.leave_for(OLD.id), '');
    IF (NEW.title, NEW.body, NEW.text_hash, NEW.revision) IS DISTINCT FROM (OLD.title, OLD.body, OLD.text_hash, OLD.revision)
    THEN
      IF leave <> 'edit' OR NEW.revision <> OLD.revision + 1 OR NOT EXISTS (SELECT FROM desk.material_way w
          WHERE w.action = leave AND w.source = OLD.state AND w.target = NEW.state)
          OR (NEW.state = 'in_review' AND NEW.round <> OLD.round + 1) THEN
        PERFORM desk.refuse('a text is changed as its next revision');
      END IF;
      -- agreements were given on the older text
      UPDATE public.material_seat SET state = 'open' WHERE material_id = OLD.id AND state = 'agreed';
    END IF;
    IF (NEW.state, NEW.step, NEW.resume_step, NEW.round, NEW.submitted_by_id, NEW.expedited, NEW.check_owner_id,
        NEW.check_due, NEW.checked_at) IS DISTINCT FROM (OLD.state, OLD.step, OLD.resume_step, OLD.round,
        OLD.submitted_by_id, OLD.expedited, OLD.check_owner_id, OLD.check_due, OLD.checked_at) THEN
      PERFORM desk.guard_move(OLD, NEW, leave);
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.text_hash <> OLD.text_hash OR NEW.body <> OLD.body OR NEW.title <> OLD.title THEN
    IF NEW.text_hash <> encode(sha256(convert_to(
        normalize(btrim(NEW.title) || E'\n\n' || NEW.body, NFC), 'UTF8')), 'hex') THEN
      PERFORM desk.refuse('the hash of a text is that of its words');
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.guard_move(was public.material, becomes public.material, leave text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF becomes.version <> was.version + 1 OR NOT EXISTS (SELECT FROM desk.material_way w
      WHERE w.action = leave AND w.source = was.state AND w.target = becomes.state) THEN
    PERFORM desk.refuse('a state changes by an act that leads there');
  END IF;
  IF leave IN ('agree', 'paper') AND (becomes.state = 'approved' OR becomes.step <> was.step) THEN
    IF NOT desk.step_done(was.id, was.step) AND NOT (leave = 'paper' AND NOT EXISTS (
        SELECT FROM desk.waiting(was.id, was.step) w WHERE w.extra)
        AND (EXISTS (SELECT FROM public.material_step s WHERE s.material_id = was.id AND s.position = was.step AND s.by_role)
          OR NOT EXISTS (SELECT FROM desk.waiting(was.id, was.step)))) THEN
      PERFORM desk.refuse('others have still to agree');
    END IF;
    IF (becomes.state = 'approved') = EXISTS (
        SELECT FROM public.material_step s WHERE s.material_id = was.id AND s.position > was.step) THEN
      PERFORM desk.refuse('every step is passed');
    END IF;
    IF becomes.state <> 'approved' AND becomes.step <> (
        SELECT min(position) FROM public.material_step s WHERE s.material_id = was.id AND s.position > was.step) THEN
      PERFORM desk.refuse('every step is passed');
    END IF;
  ELSIF leave = 'submit' THEN
    IF becomes.submitted_by_id <> desk.me() OR becomes.step <> (SELECT min(position) FROM public.material_step s
        WHERE s.material_id = was.id AND s.position >= was.resume_step)
        OR (was.resume_step = 0 AND (SELECT count(*) FROM public.material_step s WHERE s.material_id = was.id) <>
          (SELECT count(*) FROM desk.steps_of(was.kind))) THEN
      PERFORM desk.refuse('a text passes the steps of its kind');
    END IF;
    UPDATE public.material_seat SET state = 'open'
    WHERE material_id = was.id AND position >= becomes.step AND state = 'agreed';
  ELSIF leave = 'edit' AND becomes.state = 'in_review' THEN
    IF becomes.step <> (SELECT min(position) FROM public.material_step s WHERE s.material_id = was.id)
        OR becomes.resume_step <> 0 THEN
      PERFORM desk.refuse('a changed text is reviewed from the first step');
    END IF;
  ELSIF leave IN ('claim', 'add', 'hand_over', 'consult', 'advise', 'chase', 'agree', 'paper')
      AND becomes.state = was.state THEN
    IF (becomes.step, becomes.resume_step, becomes.round) IS DISTINCT FROM (was.step, was.resume_step, was.round) THEN
      PERFORM desk.refuse('every step is passed');
    END IF;
  ELSIF becomes.state = 'corrected' AND was.state <> 'corrected' AND NOT EXISTS (
      SELECT FROM public.material m WHERE m.corrects_id = was.id AND m.state = 'issued') THEN
    PERFORM desk.refuse('a correction goes out first');
  END IF;
  IF leave <> 'submit' AND becomes.submitted_by_id IS DISTINCT FROM was.submitted_by_id
      OR leave <> 'expedite' AND (becomes.expedited, becomes.check_owner_id, becomes.check_due) IS DISTINCT FROM
        (was.expedited, was.check_owner_id, was.check_due)
      OR leave NOT IN ('check', 'void', 'correct') AND becomes.checked_at IS DISTINCT FROM was.checked_at THEN
    PERFORM desk.refuse('this act does not change that');
  END IF;
END $$;

-- The steps of a kind that are in force.
CREATE OR REPLACE FUNCTION desk.steps_of(wanted text) RETURNS SETOF public.review_step
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM public.review_step WHERE kind = wanted
    AND template = (SELECT max(template) FROM public.review_step WHERE kind = wanted)
$$;

CREATE OR REPLACE FUNCTION desk.guard_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kind_is text;
BEGIN
  IF desk.keeper() THEN RETURN coalesce(NEW, OLD); END IF;
  IF desk.leave_for(coalesce(NEW.material_id, OLD.material_id)) IS DISTINCT FROM 'submit' THEN
    PERFORM desk.refuse('steps are laid out when a text is submitted');
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT kind INTO kind_is FROM public.material WHERE id = NEW.material_id;
    IF NOT EXISTS (SELECT FROM desk.steps_of(kind_is) s WHERE (s.position, s.name, s.role, s.mode, s.hours) =
        (NEW.position, NEW.name, NEW.role, NEW.mode, NEW.hours) AND NEW.by_role = (s.mode = 'any' AND NOT EXISTS
        (SELECT FROM public.review_step_person p WHERE p.step_id = s.id))) THEN
      PERFORM desk.refuse('a text passes the steps of its kind');
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION desk.guard_seat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE leave text; mine integer := desk.me(); held public.material; giver integer;
BEGIN
  IF desk.keeper() THEN RETURN coalesce(NEW, OLD); END IF;
  SELECT * INTO held FROM public.material WHERE id = coalesce(NEW.material_id, OLD.material_id);
  leave := coalesce(desk.leave_for(held.id), '');
  IF TG_OP = 'DELETE' THEN
    IF leave NOT IN ('submit', 'edit') THEN PERFORM desk.refuse('a seat stays'); END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.material_id, NEW.position, NEW.person_id) IS DISTINCT FROM
      (OLD.material_id, OLD.position, OLD.person_id) THEN
    PERFORM desk.refuse('a seat is somebody''s');
  END IF;
  IF NEW.state = 'agreed' THEN
    IF leave NOT IN ('agree', 'paper') OR NEW.position <> held.step
        OR (leave = 'agree' AND NEW.person_id NOT IN (SELECT desk.hands_of(mine)))
        OR (leave = 'paper' AND NEW.person_id = mine)
        OR NEW.person_id NOT IN (SELECT desk.in_turn(held.id, held.step)) THEN
      PERFORM desk.refuse('nobody agrees for somebody else');
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.extra, NEW.place, NEW.source) IS DISTINCT FROM (OLD.extra, OLD.place, OLD.source)
        OR TG_OP = 'INSERT' AND (NEW.extra OR NEW.source <> 'role') THEN
      PERFORM desk.refuse('a seat is somebody''s');
    END IF;
  ELSIF leave = 'add' THEN
    IF NOT NEW.extra OR NEW.state <> 'open' OR NEW.given_by_id IS DISTINCT FROM mine OR NEW.position <> held.step THEN
      PERFORM desk.refuse('a reviewer is added to the step in hand');
    END IF;
  ELSIF leave = 'hand_over' THEN
    giver := CASE WHEN NEW.state = 'given_away' THEN NEW.person_id ELSE NEW.given_by_id END;
    IF giver IS DISTINCT FROM mine OR NEW.position <> held.step OR NEW.state NOT IN ('open', 'given_away')
        OR (NEW.state = 'open' AND (NEW.source <> 'handed_over'
          OR desk.rank_of(NEW.person_id) < desk.rank_of(mine) OR NEW.person_id IN (SELECT desk.barred(held.id)))) THEN
      PERFORM desk.refuse('one''s own seat goes to somebody of the same role or above');
    END IF;
  ELSIF leave IN ('submit', 'edit') THEN
    IF TG_OP = 'UPDATE' AND (NEW.extra, NEW.place, NEW.source, NEW.given_by_id) IS DISTINCT FROM
        (OLD.extra, OLD.place, OLD.source, OLD.given_by_id) THEN
      PERFORM desk.refuse('a seat is somebody''s');
    END IF;
    IF TG_OP = 'INSERT' AND (NEW.extra OR NOT EXISTS (SELECT FROM desk.steps_of(held.kind) s WHERE s.position = NEW.position
        AND CASE WHEN EXISTS (SELECT FROM public.review_step_person p JOIN public.desk_user u ON u.id = p.person_id
              WHERE p.step_id = s.id AND u.active)
            THEN EXISTS (SELECT FROM public.review_step_person p WHERE p.step_id = s.id AND p.person_id = NEW.person_id)
            ELSE s.role = (SELECT role FROM public.desk_user WHERE id = NEW.person_id) END)) THEN
      PERFORM desk.refuse('at a step sit those of its kind');
    END IF;
  ELSE
    PERFORM desk.refuse('a seat changes by an act');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.rank_of(person integer) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT array_position(ARRAY['administrator', 'clerk', 'reviewer', 'leader'], role::text)
  FROM public.desk_user WHERE id = person
$$;

CREATE OR REPLACE FUNCTION desk.guard_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mine public.desk_user; held public.material; leave text;
BEGIN
  IF desk.keeper() THEN RETURN NEW; END IF;
  SELECT * INTO mine FROM public.desk_user WHERE id = desk.me();
  SELECT * INTO held FROM public.material WHERE id = NEW.material_id;
  leave := desk.leave_for(NEW.material_id);
  IF mine.id IS NULL OR (NEW.who_id, NEW.who_name) IS DISTINCT FROM (mine.id, mine.name) THEN
    PERFORM desk.refuse('an event bears the name of its writer');
  END IF;
  IF (NEW.revision, NEW.text_hash, NEW.to_state) IS DISTINCT FROM (held.revision, held.text_hash, held.state)
      OR NOT (leave IS NOT DISTINCT FROM NEW.action OR (NEW.action = 'create' AND held.author_id = mine.id
        AND NOT EXISTS (SELECT FROM public.material_event e WHERE e.material_id = held.id)))
      OR (leave IS NOT NULL AND NOT EXISTS (SELECT FROM desk.material_way w
        WHERE w.action = leave AND w.source = NEW.from_state AND w.target = NEW.to_state)) THEN
    PERFORM desk.refuse('an event tells what was done');
  END IF;
  IF btrim(NEW.opinion) = '' AND EXISTS (
      SELECT FROM desk.act_need WHERE machine = 'material' AND act = NEW.action AND need = 'words') THEN
    PERFORM desk.refuse('this act says why');
  END IF;
  IF NEW.behalf_of_id IS NOT NULL AND NEW.action <> 'paper' AND NEW.behalf_of_id NOT IN (SELECT desk.hands_of(mine.id)) THEN
    PERFORM desk.refuse('nobody decides for whom he does not stand in');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.require_sheet() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.action = 'paper' OR (NEW.action = 'void' AND desk.my_role() <> 'leader'))
      AND NOT EXISTS (SELECT FROM public.paper_sheet WHERE event_id = NEW.id) THEN
    PERFORM desk.refuse('a signature on paper has its sheet');
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION desk.guard_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held public.material; leave text;
BEGIN
  IF desk.keeper() THEN RETURN NEW; END IF;
  SELECT * INTO held FROM public.material WHERE id = NEW.material_id;
  leave := desk.leave_for(NEW.material_id);
  IF NEW.written_by_id IS DISTINCT FROM desk.me() OR (NEW.revision, NEW.text_hash, NEW.title, NEW.body) IS DISTINCT FROM
      (held.revision, held.text_hash, held.title, held.body) OR NOT (leave IS NOT DISTINCT FROM 'edit'
      OR (held.revision = 1 AND held.author_id = desk.me())) THEN
    PERFORM desk.refuse('a revision is its writer''s, and the text as it is');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT OR UPDATE ON public.material
FOR EACH ROW EXECUTE FUNCTION desk.guard_material();
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT OR UPDATE OR DELETE ON public.material_step
FOR EACH ROW EXECUTE FUNCTION desk.guard_step();
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT OR UPDATE OR DELETE ON public.material_seat
FOR EACH ROW EXECUTE FUNCTION desk.guard_seat();
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT ON public.material_event
FOR EACH ROW EXECUTE FUNCTION desk.guard_event();
CREATE OR REPLACE TRIGGER desk_guard BEFORE INSERT ON public.material_version
FOR EACH ROW EXECUTE FUNCTION desk.guard_text();
DROP TRIGGER IF EXISTS desk_sheet ON public.material_event;
CREATE CONSTRAINT TRIGGER desk_sheet AFTER INSERT ON public.material_event DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION desk.require_sheet();
