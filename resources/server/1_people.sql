-- Who sits at the other end of a connection, and what of the accounts he sees.
-- Every function here belongs to the role that owns the tables, as which nobody signs in.

CREATE OR REPLACE FUNCTION desk.me() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT id FROM public.desk_user WHERE active AND current_database() || '_' || login = session_user
$$;

CREATE OR REPLACE FUNCTION desk.my_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT role FROM public.desk_user WHERE id = desk.me()
$$;

-- Whether this session may do what it likes: whoever sets up, upgrades and moves the office.
CREATE OR REPLACE FUNCTION desk.keeper() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT pg_has_role(session_user, current_user, 'MEMBER')
$$;

CREATE OR REPLACE FUNCTION desk.may(what text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT desk.keeper() OR EXISTS (SELECT FROM desk.permission WHERE permission = what AND role = desk.my_role())
    -- an administrator records what a leader without an account decided on paper
    OR (what = 'void' AND desk.my_role() = 'administrator'
      AND NOT EXISTS (SELECT FROM public.desk_user WHERE active AND role = 'leader'))
$$;

CREATE OR REPLACE FUNCTION desk.refuse(why text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = 'xcdesk: ' || why, ERRCODE = 'insufficient_privilege';
END $$;

-- Accounts as a person sees them: the hashes of others are a mark that there is one.
CREATE OR REPLACE VIEW desk_view.desk_user WITH (security_barrier) AS
SELECT id, login, name, post, role,
       CASE WHEN secret = '' OR id = desk.me() THEN secret ELSE '!' END AS secret,
       CASE WHEN pin = '' OR id = desk.me() THEN pin ELSE '!' END AS pin,
       must_change, tries, shut_until, active, created_at, version
FROM public.desk_user;
ALTER VIEW desk_view.desk_user ALTER COLUMN secret SET DEFAULT '';
ALTER VIEW desk_view.desk_user ALTER COLUMN pin SET DEFAULT '';

-- An administrator keeps the accounts; everybody keeps his own password, PIN and count of tries.
CREATE OR REPLACE FUNCTION desk.write_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held public.desk_user;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT desk.may('people') THEN PERFORM desk.refuse('accounts are an administrator''s'); END IF;
    NEW.id := coalesce(NEW.id, nextval(pg_get_serial_sequence('public.desk_user', 'id')));
    INSERT INTO public.desk_user (id, login, name, post, role, secret, pin, must_change, tries, shut_until, active,
      created_at, version)
    VALUES (NEW.id, NEW.login, NEW.name, NEW.post, NEW.role, NEW.secret, NEW.pin, NEW.must_change, NEW.tries,
      NEW.shut_until, NEW.active, NEW.created_at, NEW.version);
    RETURN NEW;
  END IF;
  SELECT * INTO held FROM public.desk_user WHERE id = OLD.id;
  IF NEW.secret = '!' THEN NEW.secret := held.secret; END IF;
  IF NEW.pin = '!' THEN NEW.pin := held.pin; END IF;
  IF NOT desk.may('people') AND (OLD.id <> desk.me() OR
      (NEW.id, NEW.login, NEW.name, NEW.post, NEW.role, NEW.active, NEW.created_at, NEW.version) IS DISTINCT FROM
      (held.id, held.login, held.name, held.post, held.role, held.active, held.created_at, held.version)) THEN
    PERFORM desk.refuse('of an account only one''s own password is changed');
  END IF;
  IF NEW.id <> held.id OR NEW.version NOT IN (held.version, held.version + 1) THEN
    PERFORM desk.refuse('a version was skipped');
  END IF;
  IF (NEW.role, NEW.active, NEW.login) IS DISTINCT FROM (held.role, held.active, held.login) THEN
    IF OLD.id = desk.me() AND NEW.role <> held.role THEN PERFORM desk.refuse('nobody edits his own role'); END IF;
    IF NEW.login <> held.login THEN PERFORM desk.rename_person(held.login, NEW.login); END IF;
  END IF;
  UPDATE public.desk_user SET
    login = NEW.login, name = NEW.name, post = NEW.post, role = NEW.role, secret = NEW.secret, pin = NEW.pin,
    must_change = NEW.must_change, tries = NEW.tries, shut_until = NEW.shut_until, active = NEW.active,
    version = NEW.version
  WHERE id = OLD.id;
  IF NEW.role <> held.role OR NEW.active <> held.active THEN PERFORM desk.settle_person(OLD.id); END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER desk_user_written INSTEAD OF INSERT OR UPDATE ON desk_view.desk_user
FOR EACH ROW EXECUTE FUNCTION desk.write_user();

CREATE OR REPLACE FUNCTION desk.login_of(person_login text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT current_database() || '_' || person_login
$$;

-- Group and right to sign in follow the account.
CREATE OR REPLACE FUNCTION desk.settle_person(person integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE held public.desk_user; known text; each text;
BEGIN
  IF NOT desk.may('people') THEN PERFORM desk.refuse('accounts are an administrator''s'); END IF;
  SELECT * INTO held FROM public.desk_user WHERE id = person;
  known := desk.login_of(held.login);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = known) THEN RETURN; END IF;
  FOREACH each IN ARRAY ARRAY['clerk', 'reviewer', 'leader', 'administrator'] LOOP
    IF each = held.role AND held.active THEN
      EXECUTE format('GRANT %I TO %I', current_database() || '-' || each, known);
    ELSIF pg_has_role(known, current_database() || '-' || each, 'MEMBER') THEN
      EXECUTE format('REVOKE %I FROM %I', current_database() || '-' || each, known);
    END IF;
  END LOOP;
  EXECUTE format('ALTER ROLE %I %s', known, CASE WHEN held.active THEN 'LOGIN' ELSE 'NOLOGIN' END);
END $$;

CREATE OR REPLACE FUNCTION desk.rename_person(before text, after text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT desk.may('people') THEN PERFORM desk.refuse('accounts are an administrator''s'); END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = desk.login_of(before)) THEN
    EXECUTE format('ALTER ROLE %I RENAME TO %I', desk.login_of(before), desk.login_of(after));
  END IF;
END $$;

-- A role to sign in with, and its password as a SCRAM verifier: the password itself is never sent.
CREATE OR REPLACE FUNCTION desk.admit(person integer, verifier text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE known text;
BEGIN
  IF NOT desk.may('people') AND person IS DISTINCT FROM desk.me() THEN
    PERFORM desk.refuse('accounts are an administrator''s');
  END IF;
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN PERFORM desk.refuse('a password is sent as its verifier'); END IF;
  SELECT desk.login_of(login) INTO STRICT known FROM public.desk_user WHERE id = person;
  IF octet_length(known) > 63 THEN PERFORM desk.refuse('the login is too long for a server'); END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = known) THEN
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', known);
  ELSIF NOT (pg_has_role(known, current_database() || '-clerk', 'MEMBER')
      OR pg_has_role(known, current_database() || '-reviewer', 'MEMBER')
      OR pg_has_role(known, current_database() || '-leader', 'MEMBER')
      OR pg_has_role(known, current_database() || '-administrator', 'MEMBER')) THEN
    PERFORM desk.refuse('the server has a role of this name that is not ours');
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', known, verifier);
  EXECUTE format('ALTER ROLE %I IN DATABASE %I SET search_path = desk_view, public, pg_temp', known, current_database());
  IF desk.may('people') THEN PERFORM desk.settle_person(person); END IF;
  RETURN known;
END $$;
