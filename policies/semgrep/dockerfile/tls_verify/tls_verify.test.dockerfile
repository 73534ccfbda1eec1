# ruleid: DF-TLS-VERIFY
RUN wget --no-check-certificate https://example.org/a
# ruleid: DF-TLS-VERIFY
RUN pip install --trusted-host pypi.org -r a.txt
# ruleid: DF-TLS-VERIFY
RUN python3 -m pip install --trusted-host=pypi.org a
# ruleid: DF-TLS-VERIFY
RUN git -c http.sslVerify=false clone https://example.org/a.git
# ruleid: DF-TLS-VERIFY
RUN git config --global http.sslVerify false
# ruleid: DF-TLS-VERIFY
RUN npm config set strict-ssl false
# ruleid: DF-TLS-VERIFY
RUN npm ci --strict-ssl=false
# ruleid: DF-TLS-VERIFY
RUN GIT_SSL_NO_VERIFY=true git clone a
# ruleid: DF-TLS-VERIFY
RUN GIT_SSL_NO_VERIFY=false git clone a
# ruleid: DF-TLS-VERIFY
RUN export NODE_TLS_REJECT_UNAUTHORIZED=0
# ok: DF-TLS-VERIFY
RUN wget https://example.org/a
# ok: DF-TLS-VERIFY
RUN pip install -r a.txt
# ok: DF-TLS-VERIFY
RUN git config --global http.sslVerify true
# ok: DF-TLS-VERIFY
RUN npm config set strict-ssl true
# ok: DF-TLS-VERIFY
RUN git -c http.proxy=false clone a
# ok: DF-TLS-VERIFY
RUN echo "wget\s--no-check-certificate"
# ok: DF-TLS-VERIFY
RUN NODE_TLS_REJECT_UNAUTHORIZED=1 npm ci
# ok: DF-TLS-VERIFY
RUN awget --no-check-certificate
