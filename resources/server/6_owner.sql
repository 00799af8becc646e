-- Everything belongs to the owner: guards run as their owner, and a table's owner is above its rules.
DO $$
DECLARE it record;
BEGIN
  FOR it IN SELECT c.oid::regclass AS what FROM pg_class c
    WHERE c.relnamespace IN ('desk'::regnamespace, 'desk_view'::regnamespace) AND c.relkind IN ('r', 'v')
  LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO %I', it.what, current_database() || '-owner');
  END LOOP;
  FOR it IN SELECT p.oid::regprocedure AS what FROM pg_proc p
    WHERE p.pronamespace IN ('desk'::regnamespace, 'public'::regnamespace) AND p.prokind = 'f'
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO %I', it.what, current_database() || '-owner');
  END LOOP;
END $$;
