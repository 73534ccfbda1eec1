package terraform.aws_alb_tls_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-ALB-TLS", [testing.resource("aws_lb_listener", object.union({"protocol": "HTTPS"}, body))])

test_allows_modern_policies if {
	found({"ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}) == set()
	found({"ssl_policy": {"$unresolved": "var.x"}}) == set()
	found({"protocol": "HTTP"}) == set()
}

test_denies_old_ones_and_the_default if {
	found({"ssl_policy": "ELBSecurityPolicy-2016-08"}) == {["aws_lb_listener.it", "ssl_policy"]}
	count(found({})) == 1
}
