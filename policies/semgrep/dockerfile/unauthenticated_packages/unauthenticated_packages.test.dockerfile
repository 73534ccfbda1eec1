# ruleid: DF-UNAUTHENTICATED-PACKAGES
RUN apt-get install -y --allow-unauthenticated curl
# ruleid: DF-UNAUTHENTICATED-PACKAGES
RUN apt-get -y --force-yes install curl
# ruleid: DF-UNAUTHENTICATED-PACKAGES
RUN apk add --allow-untrusted a.apk
# ruleid: DF-UNAUTHENTICATED-PACKAGES
RUN yum install -y --nogpgcheck a
# ruleid: DF-UNAUTHENTICATED-PACKAGES
RUN zypper --no-gpg-checks install a
# ruleid: DF-UNAUTHENTICATED-PACKAGES
RUN rpm -i --nosignature a.rpm
# ok: DF-UNAUTHENTICATED-PACKAGES
RUN apt-get install -y curl
# ok: DF-UNAUTHENTICATED-PACKAGES
RUN apk add curl
# ok: DF-UNAUTHENTICATED-PACKAGES
RUN echo --nogpgcheck
# ok: DF-UNAUTHENTICATED-PACKAGES
RUN apt-get install -y --allow-unauthenticated-x
# ok: DF-UNAUTHENTICATED-PACKAGES
RUN echo "yum\s--nogpgcheck"
