FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1
COPY . /srv
USER 10001
CMD ["python", "/srv/main.py"]
