package kubernetes.ingress_plain_http_test

import data.kubernetes.testing

found(annotations) := testing.found("K8S-INGRESS-PLAIN-HTTP", [{
	"apiVersion": "networking.k8s.io/v1",
	"kind": "Ingress",
	"metadata": {"name": "web", "annotations": annotations},
	"spec": {"tls": [{"hosts": ["shop.example.org"]}]},
}])

test_allows_the_redirect if {
	found(null) == set()
	found({"nginx.ingress.kubernetes.io/ssl-redirect": "true"}) == set()
}

test_allows_what_has_no_certificate if testing.found("K8S-INGRESS-PLAIN-HTTP", [{
	"apiVersion": "networking.k8s.io/v1",
	"kind": "Ingress",
	"metadata": {"name": "web", "annotations": {"nginx.ingress.kubernetes.io/ssl-redirect": "false"}},
	"spec": {},
}]) == set()

test_denies_it_switched_off if {
	found({"nginx.ingress.kubernetes.io/ssl-redirect": "false"}) == {["Ingress/default/web", "metadata/annotations/nginx.ingress.kubernetes.io/ssl-redirect"]}
}
