# One image for web, worker and migrations; docker-compose.yml says which is which.
# scripts/container_steps.py runs these steps without a Docker engine; keep paths below /srv.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
ENV VIRTUAL_ENV=/srv/venv PATH=/srv/venv/bin:$PATH
ENV STATIC_ROOT=/srv/static DATA_DIR=/srv/data
WORKDIR /srv/app

COPY requirements/run.txt requirements/run.txt
RUN python3 -m venv /srv/venv \
    && pip install --quiet --no-cache-dir --require-hashes --only-binary :all: --no-deps -r requirements/run.txt

COPY manage.py pyproject.toml ./
COPY scripts/as_production scripts/as_production
COPY platform platform
COPY groups groups
COPY chat chat
COPY moderation moderation
COPY templates templates
RUN PYTHON_OF_VENV=python scripts/as_production \
    sh -c 'python manage.py compile_catalogues && python manage.py collectstatic --noinput --verbosity 0'

# A number, so that an orchestrator can see that it is not root. Nothing below /srv is its own.
USER 10001:10001
EXPOSE 8000
CMD ["python", "manage.py", "serve", "--host", "0.0.0.0", "--port", "8000"]
