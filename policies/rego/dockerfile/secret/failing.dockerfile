FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 \
    DB_PASSWORD=hunter2
COPY . /srv
USER 10001
CMD ["python", "/srv/main.py"]
