"""Which network addresses p5diff will talk to: public ones, looked up once and connected to as such."""

from __future__ import annotations

import ipaddress

from p5diff.errors import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether the address is one of the open internet, also where it wraps another one.

    >>> is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("8.8.8.8")
    (False, False, True)
    """
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _layers(address))


def _layers(address: Address) -> list[Address]:
    """The address and every IPv4 address hidden in it (mapped, 6to4, Teredo, NAT64)."""
    layers: list[Address] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return [address.ipv4_mapped]
        if address.sixtofour:  # versions of Python differ in whether its own range is a public one
            return [address.sixtofour]
        if address.teredo:
            layers += address.teredo
        if address in _NAT64:
            return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    return layers


def resolve(host: str, port: int, *, seconds: float, trusted: frozenset[str] = frozenset()) -> str:
    """The address of a host to connect to; every address it has must be public.

    `trusted` names addresses that are allowed all the same (tests on the own machine). Raises
    `InputError` when the name has no address, or one that is not public.
    """
    found = _look_up(host, port, seconds)
    if not found:
        raise InputError("fetch-unreachable", f"{host} has no address", cause="its name cannot be looked up")
    hidden = [address for address in found if not is_public(address) and address not in trusted]
    if hidden:
        raise InputError(
            "fetch-refused",
            f"{host} is not fetched from",
            cause=f"its address {hidden[0]} is a private or reserved one, not of the open internet",
        )
    return found[0]


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a name; the system's resolver gets `seconds` and no more."""
    import socket
    from threading import Thread

    found: list[str] = []

    def ask() -> None:
        try:
            for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append(str(address[0]))
        except (OSError, UnicodeError):
            return

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    return list(dict.fromkeys(found))
