# ruleid: DF-CURL-INSECURE
RUN curl -k https://example.org
# ruleid: DF-CURL-INSECURE
RUN curl -f -s -S --insecure -o a https://example.org
# ruleid: DF-CURL-INSECURE
RUN then /usr/bin/curl https://example.org -k
# ok: DF-CURL-INSECURE
RUN curl -f -s -S -L https://example.org
# ok: DF-CURL-INSECURE
RUN tar -k -x -f a
# ok: DF-CURL-INSECURE
RUN curl -o -kk https://example.org
# ok: DF-CURL-INSECURE
RUN echo "curl\s-k\sx"
# ok: DF-CURL-INSECURE
RUN mycurl -k x
# ok: DF-CURL-INSECURE
ENV A=curl -k x
