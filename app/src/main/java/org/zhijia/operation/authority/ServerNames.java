package org.zhijia.operation.authority;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.GeneralName;

/// The names and addresses by which devices reach a server.
public record ServerNames(List<String> hosts, List<InetAddress> addresses) {

  public ServerNames {
    hosts = List.copyOf(hosts);
    addresses = List.copyOf(addresses);
  }

  /// @param address that it listens on; for all addresses (0.0.0.0, ::) those of this machine
  /// @param host a name that the network knows it by; empty: none
  public static ServerNames of(InetAddress address, String host)
      throws SocketException, UnknownHostException {
    Set<InetAddress> addresses = new LinkedHashSet<>();
    if (address.isAnyLocalAddress()) {
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        network
            .inetAddresses()
            .filter(own -> own.isSiteLocalAddress() || own.isLoopbackAddress())
            .forEach(addresses::add);
      }
    } else {
      addresses.add(address);
    }
    addresses.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    List<String> hosts = new ArrayList<>(List.of("localhost"));
    if (!host.isEmpty() && !host.equals("localhost")) {
      hosts.add(host);
    }
    List<InetAddress> plain = new ArrayList<>();
    for (InetAddress one : addresses) {
      plain.add(InetAddress.getByAddress(one.getAddress())); // without its host name or scope
    }
    return new ServerNames(hosts, plain);
  }

  GeneralName[] asGeneralNames() {
    List<GeneralName> names = new ArrayList<>();
    hosts.forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host)));
    addresses.forEach(
        address -> names.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress())));
    return names.toArray(GeneralName[]::new);
  }
}
