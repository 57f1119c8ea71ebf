// Command coredns is CoreDNS with only the plugins that the development cluster
// uses: all of them together take several times as long to build.
package main

import (
	"github.com/coredns/coredns/core/dnsserver"
	_ "github.com/coredns/coredns/plugin/bind"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/log"
	_ "github.com/coredns/coredns/plugin/ready"

	"github.com/coredns/coredns/coremain"
)

func main() {
	// The order of the chain; CoreDNS reads it before its configuration.
	dnsserver.Directives = []string{
		"bind", "health", "ready", "errors", "log", "kubernetes",
	}
	coremain.Run()
}
