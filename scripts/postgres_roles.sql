-- The two roles of the database, the same in the tests and in docker-compose.yml. Run once by a superuser in
-- the database itself (the tests run it in template1, so that every database made there inherits it).
-- `owner` owns the schema and runs migrations; `app` is what the server and the worker are: it reads and
-- writes rows, and cannot alter, drop or truncate a table, switch a trigger off, or give itself more.
CREATE ROLE owner LOGIN CREATEDB;
CREATE ROLE app LOGIN;

DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO owner', current_database());
END
$$;
ALTER SCHEMA public OWNER TO owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO app;
