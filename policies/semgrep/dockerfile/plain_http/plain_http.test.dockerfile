# ruleid: DF-PLAIN-HTTP
RUN curl -o a http://example.org/a
# ruleid: DF-PLAIN-HTTP
RUN wget -q "http://example.org/$V"
# ruleid: DF-PLAIN-HTTP
RUN apt-key adv --keyserver hkp://keys.example.org --recv-keys 0A
# ruleid: DF-PLAIN-HTTP
RUN git clone http://example.org/a.git
# ruleid: DF-PLAIN-HTTP
RUN curl http://localhost.example.org/
# ok: DF-PLAIN-HTTP
RUN curl -o a https://example.org/a
# ok: DF-PLAIN-HTTP
RUN curl -f http://localhost:8080/
# ok: DF-PLAIN-HTTP
RUN curl http://127.0.0.1/
# ok: DF-PLAIN-HTTP
RUN echo http://example.org
# ok: DF-PLAIN-HTTP
RUN echo "curl\shttp://example.org"
# ok: DF-PLAIN-HTTP
RUN curl https://example.org/?u=http://example.com
