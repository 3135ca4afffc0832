import Foundation

/// A port that is free now: posters and slips name it before the server listens on it.
enum FreePort {
    /// - Returns: nil when the machine has no such address or no free port.
    static func found(on host: String) -> Int? {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "0", &hints, &list) == 0, let address = list?.pointee else { return nil }
        defer { freeaddrinfo(list) }
        let socket = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        guard bind(socket, address.ai_addr, address.ai_addrlen) == 0 else { return nil }

        var bound = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &bound) { bytes -> Int? in
            guard let start = bytes.baseAddress else { return nil }
            guard getsockname(socket, start.assumingMemoryBound(to: sockaddr.self), &size) == 0 else { return nil }
            // The port stands at the same place for both families, its greater byte first.
            return Int(bytes[2]) << 8 | Int(bytes[3])
        }
    }
}
