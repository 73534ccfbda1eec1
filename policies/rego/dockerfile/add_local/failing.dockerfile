FROM python:3.13-slim
WORKDIR /srv
ADD . .
USER 10001
CMD ["python", "main.py"]
